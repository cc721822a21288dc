-- A database of schema 2 as a bot leaves it in the middle of its work: every
-- phase of a lead, every end of a case, leads in the hands of managers, and
-- messages of every class on their way.

PRAGMA user_version = 2;
BEGIN;

CREATE TABLE leads (
    id           INTEGER PRIMARY KEY,
    chat_id      INTEGER NOT NULL UNIQUE,
    version      INTEGER NOT NULL, -- counts the commits
    phase        TEXT    NOT NULL,
    owner        TEXT    NOT NULL,
    stage        TEXT    NOT NULL,
    source       TEXT    NOT NULL, -- the first one
    test         INTEGER NOT NULL,
    shadow       INTEGER NOT NULL,
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    completed_at INTEGER,
    due_at       INTEGER,
    session      TEXT    NOT NULL  -- a dialog.Session as JSON
, manager INTEGER, search TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX leads_due ON leads (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX leads_waiting ON leads (id) WHERE stage = 'handed_off';
CREATE INDEX leads_shadow ON leads (id) WHERE shadow = 1;
CREATE INDEX leads_test ON leads (id) WHERE test = 1;
CREATE INDEX leads_created ON leads (created_at);
CREATE INDEX leads_completed ON leads (completed_at) WHERE completed_at IS NOT NULL;
CREATE TABLE answers (
    lead_id  INTEGER NOT NULL REFERENCES leads (id),
    question TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    value    TEXT    NOT NULL,
    raw      TEXT    NOT NULL,
    via      TEXT    NOT NULL,
    PRIMARY KEY (lead_id, question, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_at ON answers (at);
CREATE TABLE events (
    id       INTEGER PRIMARY KEY,
    lead_id  INTEGER REFERENCES leads (id),
    kind     TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    question TEXT    NOT NULL,
    text     TEXT    NOT NULL
) STRICT;
CREATE INDEX events_kind ON events (kind, at, question, lead_id);
CREATE TABLE consents (
    lead_id      INTEGER NOT NULL,
    purpose      TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    given        INTEGER NOT NULL,
    version      TEXT    NOT NULL,
    hash         TEXT    NOT NULL,
    message_id   INTEGER NOT NULL,
    withdrawn_at INTEGER,
    PRIMARY KEY (lead_id, purpose, at)
) STRICT, WITHOUT ROWID;
CREATE TABLE updates (
    update_id INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL
) STRICT;
CREATE INDEX updates_at ON updates (at);
CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY,
    key        TEXT    NOT NULL UNIQUE,
    lead_id    INTEGER, -- NULL when it belongs to none
    class      TEXT    NOT NULL,
    method     TEXT    NOT NULL,
    chat       INTEGER NOT NULL,
    topic      TEXT    NOT NULL,
    refers     TEXT    NOT NULL,
    priority   INTEGER NOT NULL,
    body       BLOB,    -- NULL once settled: it holds personal data
    at         INTEGER NOT NULL,
    attempts   INTEGER NOT NULL,
    until      INTEGER, -- class once: not to be begun later
    state      TEXT    NOT NULL CHECK (state IN ('waiting', 'flying', 'done', 'dead')),
    message_id INTEGER, -- of the message sent, or of the topic
    sent_chat  INTEGER,
    done_at    INTEGER  -- NULL until done or dead
, twin INTEGER) STRICT;
CREATE INDEX outbox_undone ON outbox (id) WHERE done_at IS NULL;
CREATE TABLE notes (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE dead_letters (
    id        INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    update_id INTEGER,
    chat      INTEGER NOT NULL,
    payload   BLOB,
    error     TEXT    NOT NULL
) STRICT;
CREATE INDEX leads_manager ON leads (manager) WHERE manager IS NOT NULL;
CREATE INDEX outbox_desk ON outbox (message_id) WHERE chat = 0 AND message_id IS NOT NULL;
CREATE INDEX outbox_twin ON outbox (message_id) WHERE twin IS NOT NULL AND message_id IS NOT NULL;
CREATE INDEX outbox_said ON outbox (twin) WHERE twin IS NOT NULL;
CREATE INDEX leads_search ON leads (search);
CREATE INDEX events_lead ON events (lead_id) WHERE lead_id IS NOT NULL;

INSERT INTO leads VALUES (1, 1000004, 42, 'done', 'manager', 'claimed', 'ig_ads', 0, 1, 946890005000, 946904265000, 946890095000, NULL, '{"id":1,"chat_id":1000004,"profile":{"user_id":1000004,"name":"Анна","language":"ru","first_source":"ig_ads","last_source":"ig_ads"},"phase":"done","owner":"manager","stage":"claimed","answers":{"budget":{"value":"gte100k","raw":"От 100 000 ₽","via":"button","at":"2000-01-03T09:01:10Z"},"call":{"value":"no","raw":"Лучше переписка","via":"button","at":"2000-01-03T09:01:20Z"},"decides":{"value":"self","raw":"Только я","via":"button","at":"2000-01-03T09:01:15Z"},"delivery":{"value":"live","raw":"Вживую","via":"button","at":"2000-01-03T09:00:50Z"},"experience":{"value":"seeking","raw":"Ищу, кому поручить","via":"button","at":"2000-01-03T09:01:05Z"},"horizon":{"value":"long","raw":"Сразу надолго","via":"button","at":"2000-01-03T09:01:25Z"},"landing":{"value":"yes","raw":"Есть","via":"button","at":"2000-01-03T09:00:30Z"},"niche":{"value":"has","raw":"Одна тема","via":"button","at":"2000-01-03T09:00:15Z"},"niche_text":{"value":"Йога","raw":"Йога","via":"text","at":"2000-01-03T09:00:20Z"},"participation":{"value":"group","raw":"Группа","via":"button","at":"2000-01-03T09:00:40Z"},"place":{"value":"online","raw":"Онлайн","via":"button","at":"2000-01-03T09:00:45Z"},"price":{"value":"20k_80k","raw":"20 000–80 000 ₽","via":"button","at":"2000-01-03T09:00:55Z"},"priority":{"value":"Чтобы группы были полными","raw":"Чтобы группы были полными","via":"text","at":"2000-01-03T09:01:30Z"},"product":{"value":"in_place","raw":"Готов и продаётся","via":"button","at":"2000-01-03T09:00:25Z"},"sales":{"value":"gt20","raw":"Больше 20","via":"button","at":"2000-01-03T09:00:35Z"},"start":{"value":"now","raw":"Прямо сейчас","via":"button","at":"2000-01-03T09:01:00Z"}},"flags":["rush"],"trail":["niche","niche_text","product","landing","sales","participation","place","delivery","price","start","experience","budget","decides","call","horizon","priority"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":4,"at":"2000-01-03T09:00:10Z"},{"purpose":"followups","given":true,"version":"1","hash":"73c21d3c71a4e8c91dda05f14da5cc19c6a8539bed9750e9312e7ee3f63a4303","message_id":23,"at":"2000-01-03T09:01:40Z"}],"says":20,"redrawn":19,"heard":"2000-01-03T12:57:40Z","shadow":true,"cards":1,"posts":9,"handoff":{"lane":"hot","at":"2000-01-03T09:01:35Z","due":"2000-01-03T09:01:35Z","posted":true,"confirmed":true,"number":1,"prompts":[{"what":"more","key":"ask:1:more:1:5","at":"2000-01-03T09:04:35Z"}]},"claim":{"id":1000002,"name":"Ольга","claimed_at":"2000-01-03T09:02:50Z","first_message_at":"2000-01-03T09:02:55.01Z","spoke":true},"thread":1,"title":"Анна · Йога · Стратегический · Ольга","titles":1,"talk":[{"by":"Ольга","text":"Это не вам","at":"2000-01-03T09:03:20Z"},{"text":"Моя афиша (вложение)","at":"2000-01-03T09:04:45Z"},{"by":"Ольга","text":"Завтра пришлю план.","at":"2000-01-03T12:56:05Z"},{"text":"А когда начнём?","at":"2000-01-03T12:57:40Z"},{"by":"Ольга","text":"Начнём со среды.","at":"2000-01-03T12:57:45Z"}],"created":"2000-01-03T09:00:05Z","updated":"2000-01-03T12:57:45Z","completed":"2000-01-03T09:01:35Z"}', 1000002, 'анна

йога
чтобы группы были полными');
INSERT INTO leads VALUES (2, 1000005, 11, 'asking', 'closed', 'won', '', 0, 0, 946890355000, 946890585000, NULL, NULL, '{"id":2,"chat_id":1000005,"profile":{"user_id":1000005,"name":"Вера","language":"ru"},"phase":"asking","owner":"closed","stage":"won","flags":["asked_human"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":32,"at":"2000-01-03T09:06:00Z"}],"asked":"niche","open":{"key":"m:2:4","turn":4,"text":[{"t":"Зову человека, коллега напишет вам "},{"t":"в течение 15 минут"},{"t":"."},{"t":"\n\n"},{"t":"А пока можно спокойно продолжить."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true},"says":5,"redrawn":2,"heard":"2000-01-03T09:09:45Z","cards":1,"posts":7,"handoff":{"lane":"human","at":"2000-01-03T09:06:05Z","due":"2000-01-03T09:06:05Z","posted":true,"number":1},"claim":{"id":1000003,"name":"Иван","claimed_at":"2000-01-03T09:07:15Z","first_message_at":"2000-01-03T09:07:20.01Z","spoke":true},"thread":12,"title":"Вера · Без оценки · закрыта","titles":2,"talk":[{"by":"Иван","text":"Вера, здравствуйте!","at":"2000-01-03T09:07:20Z"},{"text":"Спасибо!","at":"2000-01-03T09:09:45Z"}],"deals":[{"amount":50000,"by":1000003,"at":"2000-01-03T09:08:30Z"}],"closing":{"by":1000003,"name":"Иван","at":"2000-01-03T09:08:30Z"},"created":"2000-01-03T09:05:55Z","updated":"2000-01-03T09:09:45Z"}', NULL, 'вера
');
INSERT INTO leads VALUES (3, 1000006, 7, 'asking', 'closed', 'lost', '', 0, 0, 946890655000, 946890745000, NULL, NULL, '{"id":3,"chat_id":1000006,"profile":{"user_id":1000006,"name":"Глеб","language":"ru"},"phase":"asking","owner":"closed","stage":"lost","flags":["asked_human"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":41,"at":"2000-01-03T09:11:00Z"}],"asked":"niche","open":{"key":"m:3:4","turn":4,"text":[{"t":"Зову человека, коллега напишет вам "},{"t":"в течение 15 минут"},{"t":"."},{"t":"\n\n"},{"t":"А пока можно спокойно продолжить."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true},"says":4,"redrawn":2,"heard":"2000-01-03T09:11:05Z","cards":1,"posts":5,"handoff":{"lane":"human","at":"2000-01-03T09:11:05Z","due":"2000-01-03T09:11:05Z","posted":true,"number":1},"claim":{"id":1000002,"name":"Ольга","claimed_at":"2000-01-03T09:12:15Z"},"thread":19,"title":"Глеб · Без оценки · закрыта","titles":2,"closing":{"reason":"Уехал на год","by":1000002,"name":"Ольга","at":"2000-01-03T09:12:20Z"},"created":"2000-01-03T09:10:55Z","updated":"2000-01-03T09:12:25Z"}', NULL, 'глеб
');
INSERT INTO leads VALUES (4, 1000007, 9, 'asking', 'closed', 'rejected', 'tg_post', 0, 0, 946890815000, 946890915000, NULL, NULL, '{"id":4,"chat_id":1000007,"profile":{"user_id":1000007,"name":"Рита","language":"ru","first_source":"tg_post","last_source":"tg_post"},"phase":"asking","owner":"closed","stage":"rejected","answers":{"niche":{"value":"has","raw":"Одна тема","via":"button","at":"2000-01-03T09:13:45Z"},"niche_text":{"value":"Нумерология","raw":"Нумерология","via":"text","at":"2000-01-03T09:13:50Z"}},"flags":["asked_human"],"trail":["niche","niche_text"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":47,"at":"2000-01-03T09:13:40Z"}],"asked":"product","open":{"key":"m:4:6","turn":6,"text":[{"t":"Зову человека, коллега напишет вам "},{"t":"в течение 15 минут"},{"t":"."},{"t":"\n\n"},{"t":"А пока можно спокойно продолжить."},{"t":"\n\n"},{"t":"Что сейчас с вашим продуктом — курсом, программой или сессиями?"},{"t":"\n\n"},{"t":"3"},{"t":" из "},{"t":"18"}],"edit":true},"says":6,"redrawn":4,"heard":"2000-01-03T09:13:55Z","cards":1,"posts":5,"handoff":{"lane":"human","at":"2000-01-03T09:13:55Z","due":"2000-01-03T09:13:55Z","posted":true,"number":1},"claim":{"id":1000003,"name":"Иван","claimed_at":"2000-01-03T09:15:05Z"},"thread":25,"title":"Рита · Нумерология · Без оценки · закрыта","titles":2,"closing":{"reason":"Нет бюджета","by":1000003,"name":"Иван","at":"2000-01-03T09:15:10Z"},"created":"2000-01-03T09:13:35Z","updated":"2000-01-03T09:15:15Z"}', NULL, 'рита

нумерология');
INSERT INTO leads VALUES (5, 1000008, 16, 'asking', 'manager', 'claimed', '', 0, 0, 946890985000, 946904280000, NULL, 947055600000, '{"id":5,"chat_id":1000008,"profile":{"user_id":1000008,"name":"Даша","language":"ru"},"phase":"asking","owner":"manager","stage":"claimed","flags":["asked_human"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":56,"at":"2000-01-03T09:16:30Z"}],"asked":"niche","open":{"key":"m:5:4","turn":4,"text":[{"t":"Зову человека, коллега напишет вам "},{"t":"в течение 15 минут"},{"t":"."},{"t":"\n\n"},{"t":"А пока можно спокойно продолжить."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true},"says":4,"redrawn":2,"heard":"2000-01-03T12:58:00Z","cards":1,"posts":12,"handoff":{"lane":"human","at":"2000-01-03T09:16:35Z","due":"2000-01-03T09:16:35Z","posted":true,"number":1},"claim":{"id":1000003,"name":"Иван","claimed_at":"2000-01-03T09:19:10Z","first_message_at":"2000-01-03T09:17:50.01Z","spoke":true,"later":"2000-01-05T10:00:00+03:00"},"thread":30,"title":"Даша · Без оценки · Иван","titles":2,"talk":[{"by":"Ольга","text":"Даша, добрый день!","at":"2000-01-03T09:17:50Z"},{"text":"Добрый!","at":"2000-01-03T09:17:55Z"},{"by":"Иван","text":"Даша, это Иван, продолжу вместо Ольги.","at":"2000-01-03T09:20:20Z"},{"text":"(вложение)","at":"2000-01-03T12:58:00Z"}],"created":"2000-01-03T09:16:25Z","updated":"2000-01-03T12:58:00Z","due":"2000-01-05T10:00:00+03:00"}', 1000003, 'даша
');
INSERT INTO leads VALUES (6, 1000009, 11, 'asking', 'closed', 'won', '', 0, 0, 946891300000, 946904285000, NULL, NULL, '{"id":6,"chat_id":1000009,"profile":{"user_id":1000009,"name":"Кира","language":"ru"},"phase":"asking","owner":"closed","stage":"won","flags":["asked_human"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":65,"at":"2000-01-03T09:21:45Z"}],"asked":"niche","open":{"key":"m:6:4","turn":4,"text":[{"t":"Зову человека, коллега напишет вам "},{"t":"в течение 15 минут"},{"t":"."},{"t":"\n\n"},{"t":"А пока можно спокойно продолжить."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true},"says":4,"redrawn":2,"heard":"2000-01-03T09:21:50Z","cards":1,"posts":8,"handoff":{"lane":"human","at":"2000-01-03T09:21:50Z","due":"2000-01-03T09:21:50Z","posted":true,"number":1,"prompts":[{"what":"amount","key":"ask:6:amount:1:8","at":"2000-01-03T12:58:05Z"}]},"claim":{"id":1000002,"name":"Ольга","claimed_at":"2000-01-03T09:23:00Z","first_message_at":"2000-01-03T09:23:05.01Z","spoke":true,"pinged":"2000-01-03T12:23:10Z","later":"2000-01-03T12:23:10Z"},"thread":40,"title":"Кира · Без оценки · закрыта","titles":2,"talk":[{"by":"Ольга","text":"Кира, напишу позже, хорошо?","at":"2000-01-03T09:23:05Z"}],"deals":[{"by":1000002,"at":"2000-01-03T12:58:05Z"}],"closing":{"by":1000002,"name":"Ольга","at":"2000-01-03T12:58:05Z"},"created":"2000-01-03T09:21:40Z","updated":"2000-01-03T12:58:05Z"}', NULL, 'кира
');
INSERT INTO leads VALUES (7, 1000010, 1, 'consent', 'bot', 'new', 'ads_7', 0, 0, 946891465000, 946891465000, NULL, NULL, '{"id":7,"chat_id":1000010,"profile":{"first_source":"ads_7","last_source":"ads_7"},"phase":"consent","owner":"bot","stage":"new","open":{"key":"m:7:2","turn":2,"text":[{"t":"Чтобы подобрать предложение и связаться с вами, нужны имя, контакты и ответы. Хранит их "},{"t":"агентство продвижения коучей"},{"t":"; /stop остановит сообщения, /forget удалит данные. Вы согласны на их обработку?"}],"edit":true},"says":2,"heard":"2000-01-03T09:24:25Z","created":"2000-01-03T09:24:25Z","updated":"2000-01-03T09:24:25Z"}', NULL, '
');
INSERT INTO leads VALUES (8, 1000011, 2, 'declined', 'bot', 'new', '', 0, 0, 946891535000, 946891605000, NULL, NULL, '{"id":8,"chat_id":1000011,"profile":{},"phase":"declined","owner":"bot","stage":"new","consents":[{"purpose":"processing","given":false,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":75,"at":"2000-01-03T09:26:45Z"}],"says":3,"redrawn":1,"heard":"2000-01-03T09:26:45Z","created":"2000-01-03T09:25:35Z","updated":"2000-01-03T09:26:45Z"}', NULL, '
');
INSERT INTO leads VALUES (9, 1000012, 3, 'asking', 'bot', 'qualifying', '', 0, 0, 946891670000, 946891745000, NULL, NULL, '{"id":9,"chat_id":1000012,"profile":{"user_id":1000012,"name":"Ульяна","language":"ru"},"phase":"asking","owner":"bot","stage":"qualifying","consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":79,"at":"2000-01-03T09:27:55Z"}],"asked":"niche","open":{"key":"m:9:3","turn":3,"text":[{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true},"says":3,"redrawn":1,"heard":"2000-01-03T09:27:55Z","blocked":true,"created":"2000-01-03T09:27:50Z","updated":"2000-01-03T09:29:05Z"}', NULL, 'ульяна
');
INSERT INTO leads VALUES (10, 1000013, 3, 'asking', 'bot', 'qualifying', '', 0, 0, 946891745000, 946891755000, NULL, NULL, '{"id":10,"chat_id":1000013,"profile":{"user_id":1000013,"name":"Фёдор","language":"ru"},"phase":"asking","owner":"bot","stage":"qualifying","consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":83,"at":"2000-01-03T09:29:10Z"}],"asked":"niche","open":{"key":"m:10:3","turn":3,"text":[{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true},"says":4,"redrawn":1,"heard":"2000-01-03T09:29:15Z","stopped":true,"created":"2000-01-03T09:29:05Z","updated":"2000-01-03T09:29:15Z"}', NULL, 'федор
');
INSERT INTO leads VALUES (11, 1000014, 5, 'declined', 'bot', 'qualifying', '', 0, 0, 946891825000, 946891845000, NULL, NULL, '{"id":11,"chat_id":1000014,"profile":{},"phase":"declined","owner":"bot","stage":"qualifying","consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":89,"at":"2000-01-03T09:30:30Z","withdrawn":"2000-01-03T09:30:45Z"}],"says":6,"redrawn":4,"heard":"2000-01-03T09:30:45Z","created":"2000-01-03T09:30:25Z","updated":"2000-01-03T09:30:45Z"}', NULL, '
');
INSERT INTO leads VALUES (12, 1000001, 1, 'consent', 'bot', 'new', '', 1, 0, 946891980000, 946891980000, NULL, NULL, '{"id":12,"chat_id":1000001,"profile":{},"test":true,"phase":"consent","owner":"bot","stage":"new","open":{"key":"m:12:2","turn":2,"text":[{"t":"Чтобы подобрать предложение и связаться с вами, нужны имя, контакты и ответы. Хранит их "},{"t":"агентство продвижения коучей"},{"t":"; /stop остановит сообщения, /forget удалит данные. Вы согласны на их обработку?"}],"edit":true},"says":2,"heard":"2000-01-03T09:33:00Z","created":"2000-01-03T09:33:00Z","updated":"2000-01-03T09:33:00Z"}', NULL, '
');
INSERT INTO leads VALUES (13, 1000015, 16, 'review', 'bot', 'qualifying', '', 0, 0, 946891985000, 946895655000, NULL, 946978455000, '{"id":13,"chat_id":1000015,"profile":{"user_id":1000015,"name":"Жанна","language":"ru"},"phase":"review","owner":"bot","stage":"qualifying","answers":{"budget":{"value":"none","raw":"Пока нисколько","via":"button","at":"2000-01-03T09:34:05Z"},"call":{"value":"no","raw":"Лучше переписка","via":"button","at":"2000-01-03T09:34:15Z"},"consulting":{"value":"no","raw":"Пока подумаю","via":"button","at":"2000-01-03T09:33:35Z"},"decides":{"value":"self","raw":"Только я","via":"button","at":"2000-01-03T09:34:10Z"},"delivery":{"value":"recorded","raw":"В записи","via":"button","at":"2000-01-03T09:33:50Z"},"experience":{"value":"self_made","raw":"Всё веду самостоятельно","via":"button","at":"2000-01-03T09:34:00Z"},"format_a":{"value":"group_online","raw":"Группа онлайн","via":"button","at":"2000-01-03T09:33:45Z"},"niche":{"value":"none","raw":"Пока ни одной","via":"button","at":"2000-01-03T09:33:15Z"},"participation":{"value":"group","raw":"Группа онлайн","via":"button","at":"2000-01-03T09:33:45Z"},"place":{"value":"online","raw":"Группа онлайн","via":"button","at":"2000-01-03T09:33:45Z"},"product":{"value":"not_written","raw":"Ещё не готов","via":"button","at":"2000-01-03T09:33:30Z"},"start":{"value":"someday","raw":"Позже, срока пока нет","via":"button","at":"2000-01-03T09:33:55Z"}},"trail":["niche","product","consulting","format_a","participation","place","delivery","start","experience","budget","decides","call"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":102,"at":"2000-01-03T09:33:10Z"}],"open":{"key":"remind:13:1:17","turn":17,"text":[{"t":"Жанна","f":true},{"t":", ваши ответы сохранены. Продолжить можно с этого же места."},{"t":"\n\n"},{"t":"Жанна","f":true},{"t":", правильно ли я вас понимаю?\n\n"},{"t":"• Ниша: "},{"t":""},{"t":"Пока ни одной","f":true},{"t":"\n"},{"t":"• Продукт: "},{"t":""},{"t":"Ещё не готов","f":true},{"t":"\n"},{"t":"• Консультация: "},{"t":""},{"t":"Пока подумаю","f":true},{"t":"\n"},{"t":"• Участие: "},{"t":""},{"t":"Группа","f":true},{"t":"\n"},{"t":"• Место: "},{"t":""},{"t":"Онлайн","f":true},{"t":"\n"},{"t":"• Подача: "},{"t":""},{"t":"В записи","f":true},{"t":"\n"},{"t":"• Начало: "},{"t":""},{"t":"Позже, срока пока нет","f":true},{"t":"\n"},{"t":"• Опыт: "},{"t":""},{"t":"Всё веду самостоятельно","f":true},{"t":"\n"},{"t":"• Бюджет в месяц: "},{"t":""},{"t":"Пока нисколько","f":true},{"t":"\n"},{"t":"• Кто решает: "},{"t":""},{"t":"Только я","f":true},{"t":"\n"},{"t":"• Звонок: "},{"t":""},{"t":"Лучше переписка","f":true}],"edit":true},"before":{"key":"m:13:16","turn":16,"text":[{"t":"Хорошо, без звонков, спасибо."},{"t":"\n\n"},{"t":"Жанна","f":true},{"t":", правильно ли я вас понимаю?\n\n"},{"t":"• Ниша: "},{"t":""},{"t":"Пока ни одной","f":true},{"t":"\n"},{"t":"• Продукт: "},{"t":""},{"t":"Ещё не готов","f":true},{"t":"\n"},{"t":"• Консультация: "},{"t":""},{"t":"Пока подумаю","f":true},{"t":"\n"},{"t":"• Участие: "},{"t":""},{"t":"Группа","f":true},{"t":"\n"},{"t":"• Место: "},{"t":""},{"t":"Онлайн","f":true},{"t":"\n"},{"t":"• Подача: "},{"t":""},{"t":"В записи","f":true},{"t":"\n"},{"t":"• Начало: "},{"t":""},{"t":"Позже, срока пока нет","f":true},{"t":"\n"},{"t":"• Опыт: "},{"t":""},{"t":"Всё веду самостоятельно","f":true},{"t":"\n"},{"t":"• Бюджет в месяц: "},{"t":""},{"t":"Пока нисколько","f":true},{"t":"\n"},{"t":"• Кто решает: "},{"t":""},{"t":"Только я","f":true},{"t":"\n"},{"t":"• Звонок: "},{"t":""},{"t":"Лучше переписка","f":true}],"edit":true,"buttons":[[{"t":"Да","d":"review:ok:17"},{"t":"Поправить","d":"review:edit:17"}],[{"t":"Назад","d":"back:17"},{"t":"Человек","d":"human:17"}]]},"says":17,"redrawn":14,"heard":"2000-01-03T09:34:15Z","reminded":1,"nudged":"2000-01-03T10:34:15Z","nudging":true,"homework":[{"question":"niche","due":"2000-01-06T09:33:25Z"},{"question":"consulting","due":"2000-01-06T09:33:35Z"}],"created":"2000-01-03T09:33:05Z","updated":"2000-01-03T10:34:15Z","due":"2000-01-04T12:34:15+03:00"}', NULL, 'жанна
');
INSERT INTO leads VALUES (14, 1000016, 12, 'asking', 'queue', 'handed_off', '', 0, 0, 946892125000, 946897205000, NULL, 946986300000, '{"id":14,"chat_id":1000016,"profile":{"user_id":1000016,"name":"Лев","language":"ru"},"phase":"asking","owner":"queue","stage":"handed_off","flags":["asked_human"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":119,"at":"2000-01-03T09:35:30Z"}],"asked":"niche","open":{"key":"returned:14:1:5","turn":5,"text":[{"t":"С вами снова программа-помощник. Человек напишет вам "},{"t":"при первой возможности"},{"t":". Всё, что пришлёте сюда, он увидит."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true},"before":{"key":"m:14:4","turn":4,"text":[{"t":"Зову человека, коллега напишет вам "},{"t":"в течение 15 минут"},{"t":"."},{"t":"\n\n"},{"t":"А пока можно спокойно продолжить."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true,"buttons":[[{"t":"1. Одна тема","d":"a:niche:has:5"}],[{"t":"2. Несколько тем","d":"a:niche:several:5"}],[{"t":"3. Сомневаюсь в выборе","d":"a:niche:doubts:5"}],[{"t":"4. Пока ни одной","d":"a:niche:none:5"}],[{"t":"Человек","d":"human:5"}]]},"says":6,"redrawn":4,"heard":"2000-01-03T11:00:05Z","nudged":"2000-01-03T10:36:45Z","cards":1,"posts":7,"handoff":{"lane":"human","at":"2000-01-03T09:35:35Z","due":"2000-01-03T09:35:35Z","posted":true,"number":1,"steps":4,"slots":["2000-01-03T15:00:00+03:00","2000-01-04T15:00:00+03:00"],"slot":"2000-01-04T15:00:00+03:00"},"thread":45,"title":"Лев · Без оценки · свободна","titles":2,"created":"2000-01-03T09:35:25Z","updated":"2000-01-03T11:00:05Z","due":"2000-01-04T14:45:00+03:00"}', NULL, 'лев
');
INSERT INTO leads VALUES (15, 1000018, 5, 'asking', 'bot', 'qualifying', 'vk', 0, 0, 946900685000, 946904300000, NULL, 946987100000, '{"id":15,"chat_id":1000018,"profile":{"user_id":1000018,"name":"Павел","language":"ru","first_source":"vk","last_source":"vk"},"phase":"asking","owner":"bot","stage":"qualifying","answers":{"niche":{"value":"has","raw":"Одна тема","via":"button","at":"2000-01-03T11:58:15Z"},"niche_text":{"value":"Танцы","raw":"Танцы","via":"text","at":"2000-01-03T11:58:20Z"}},"trail":["niche","niche_text"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":130,"at":"2000-01-03T11:58:10Z"}],"asked":"product","open":{"key":"remind:15:1:6","turn":6,"text":[{"t":"Павел","f":true},{"t":", ваши ответы сохранены. Продолжить можно с этого же места."},{"t":"\n\n"},{"t":"Что сейчас с вашим продуктом — курсом, программой или сессиями?"},{"t":"\n\n"},{"t":"3"},{"t":" из "},{"t":"18"}],"edit":true},"before":{"key":"m:15:5","turn":5,"text":[{"t":"Что сейчас с вашим продуктом — курсом, программой или сессиями?"},{"t":"\n\n"},{"t":"3"},{"t":" из "},{"t":"18"}],"edit":true,"buttons":[[{"t":"1. Готов и продаётся","d":"a:product:in_place:6"}],[{"t":"2. Готов, но продаж мало","d":"a:product:few_sales:6"}],[{"t":"3. Не знаю, какой продвигать","d":"a:product:not_chosen:6"}],[{"t":"4. Продвигать сразу несколько","d":"a:product:multi:6"}],[{"t":"5. Ещё не готов","d":"a:product:not_written:6"}],[{"t":"Назад","d":"back:6"},{"t":"Человек","d":"human:6"}]]},"says":6,"redrawn":4,"heard":"2000-01-03T11:58:20Z","reminded":1,"nudged":"2000-01-03T12:58:20Z","nudging":true,"created":"2000-01-03T11:58:05Z","updated":"2000-01-03T12:58:20Z","due":"2000-01-04T14:58:20+03:00"}', NULL, 'павел

танцы');
INSERT INTO leads VALUES (16, 1000019, 4, 'asking', 'bot', 'qualifying', '', 0, 0, 946900745000, 946904365000, NULL, 946987165000, '{"id":16,"chat_id":1000019,"profile":{"user_id":1000019,"name":"Рома","language":"ru"},"phase":"asking","owner":"bot","stage":"qualifying","consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":137,"at":"2000-01-03T11:59:10Z"}],"asked":"niche","open":{"key":"remind:16:1:5","turn":5,"text":[{"t":"Рома","f":true},{"t":", ваши ответы сохранены. Продолжить можно с этого же места."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true},"before":{"key":"m:16:3","turn":3,"text":[{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true,"buttons":[[{"t":"1. Одна тема","d":"a:niche:has:5"}],[{"t":"2. Несколько тем","d":"a:niche:several:5"}],[{"t":"3. Сомневаюсь в выборе","d":"a:niche:doubts:5"}],[{"t":"4. Пока ни одной","d":"a:niche:none:5"}],[{"t":"Человек","d":"human:5"}]]},"says":5,"redrawn":2,"heard":"2000-01-03T11:59:25Z","reminded":1,"nudged":"2000-01-03T12:59:25Z","nudging":true,"created":"2000-01-03T11:59:05Z","updated":"2000-01-03T12:59:25Z","due":"2000-01-04T14:59:25+03:00"}', NULL, 'рома
');
INSERT INTO leads VALUES (17, 1000020, 9, 'asking', 'manager', 'claimed', '', 0, 0, 946902245000, 946904125000, NULL, 946905025000, '{"id":17,"chat_id":1000020,"profile":{"user_id":1000020,"name":"Боря","language":"ru"},"phase":"asking","owner":"manager","stage":"claimed","flags":["asked_human"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":142,"at":"2000-01-03T12:24:10Z"}],"asked":"niche","open":{"key":"m:17:4","turn":4,"text":[{"t":"Зову человека, коллега напишет вам "},{"t":"в течение 15 минут"},{"t":"."},{"t":"\n\n"},{"t":"А пока можно спокойно продолжить."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true},"says":4,"redrawn":2,"heard":"2000-01-03T12:24:15Z","cards":1,"posts":2,"handoff":{"lane":"human","at":"2000-01-03T12:24:15Z","due":"2000-01-03T12:24:15Z","posted":true,"number":1,"steps":4},"claim":{"id":1000003,"name":"Иван","claimed_at":"2000-01-03T12:25:25Z","pinged":"2000-01-03T12:55:25Z"},"thread":57,"title":"Боря · Без оценки · Иван","titles":1,"created":"2000-01-03T12:24:05Z","updated":"2000-01-03T12:55:25Z","due":"2000-01-03T16:10:25+03:00"}', 1000003, 'боря
');
INSERT INTO leads VALUES (18, 1000021, 5, 'asking', 'queue', 'handed_off', '', 0, 0, 946903685000, 946903995000, NULL, 946904595000, '{"id":18,"chat_id":1000021,"profile":{"user_id":1000021,"name":"Тоня","language":"ru"},"phase":"asking","owner":"queue","stage":"handed_off","flags":["asked_human"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":148,"at":"2000-01-03T12:48:10Z"}],"asked":"niche","open":{"key":"m:18:4","turn":4,"text":[{"t":"Зову человека, коллега напишет вам "},{"t":"в течение 15 минут"},{"t":"."},{"t":"\n\n"},{"t":"А пока можно спокойно продолжить."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true},"says":4,"redrawn":2,"heard":"2000-01-03T12:48:15Z","cards":1,"handoff":{"lane":"human","at":"2000-01-03T12:48:15Z","due":"2000-01-03T12:48:15Z","posted":true,"number":1,"steps":2},"thread":61,"title":"Тоня · Без оценки · свободна","created":"2000-01-03T12:48:05Z","updated":"2000-01-03T12:53:15Z","due":"2000-01-03T16:03:15+03:00"}', NULL, 'тоня
');
INSERT INTO leads VALUES (19, 1000022, 3, 'asking', 'queue', 'handed_off', '', 0, 0, 946903765000, 946904275000, NULL, 946904575000, '{"id":19,"chat_id":1000022,"profile":{"user_id":1000022,"name":"Нина","language":"ru"},"phase":"asking","owner":"queue","stage":"handed_off","flags":["asked_human"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":154,"at":"2000-01-03T12:49:30Z"}],"asked":"niche","open":{"key":"m:19:4","turn":4,"text":[{"t":"Зову человека, коллега напишет вам "},{"t":"в течение 15 минут"},{"t":"."},{"t":"\n\n"},{"t":"А пока можно спокойно продолжить."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true},"says":4,"redrawn":2,"heard":"2000-01-03T12:57:55Z","cards":1,"handoff":{"lane":"human","at":"2000-01-03T12:57:55Z","due":"2000-01-03T12:57:55Z","posted":true,"number":1},"title":"Нина · Без оценки · свободна","created":"2000-01-03T12:49:25Z","updated":"2000-01-03T12:57:55Z","due":"2000-01-03T16:02:55+03:00"}', NULL, 'нина
');

INSERT INTO answers VALUES (1, 'budget', 946890070000, 'gte100k', 'От 100 000 ₽', 'button');
INSERT INTO answers VALUES (1, 'call', 946890080000, 'no', 'Лучше переписка', 'button');
INSERT INTO answers VALUES (1, 'decides', 946890075000, 'self', 'Только я', 'button');
INSERT INTO answers VALUES (1, 'delivery', 946890050000, 'live', 'Вживую', 'button');
INSERT INTO answers VALUES (1, 'experience', 946890065000, 'seeking', 'Ищу, кому поручить', 'button');
INSERT INTO answers VALUES (1, 'horizon', 946890085000, 'long', 'Сразу надолго', 'button');
INSERT INTO answers VALUES (1, 'landing', 946890030000, 'yes', 'Есть', 'button');
INSERT INTO answers VALUES (1, 'niche', 946890015000, 'has', 'Одна тема', 'button');
INSERT INTO answers VALUES (1, 'niche_text', 946890020000, 'Йога', 'Йога', 'text');
INSERT INTO answers VALUES (1, 'participation', 946890040000, 'group', 'Группа', 'button');
INSERT INTO answers VALUES (1, 'place', 946890045000, 'online', 'Онлайн', 'button');
INSERT INTO answers VALUES (1, 'price', 946890055000, '20k_80k', '20 000–80 000 ₽', 'button');
INSERT INTO answers VALUES (1, 'priority', 946890090000, 'Чтобы группы были полными', 'Чтобы группы были полными', 'text');
INSERT INTO answers VALUES (1, 'product', 946890025000, 'in_place', 'Готов и продаётся', 'button');
INSERT INTO answers VALUES (1, 'sales', 946890035000, 'gt20', 'Больше 20', 'button');
INSERT INTO answers VALUES (1, 'start', 946890060000, 'now', 'Прямо сейчас', 'button');
INSERT INTO answers VALUES (4, 'niche', 946890825000, 'has', 'Одна тема', 'button');
INSERT INTO answers VALUES (4, 'niche_text', 946890830000, 'Нумерология', 'Нумерология', 'text');
INSERT INTO answers VALUES (11, 'niche', 946891835000, '', '', 'button');
INSERT INTO answers VALUES (11, 'niche_text', 946891840000, '', '', 'text');
INSERT INTO answers VALUES (13, 'budget', 946892045000, 'none', 'Пока нисколько', 'button');
INSERT INTO answers VALUES (13, 'call', 946892055000, 'no', 'Лучше переписка', 'button');
INSERT INTO answers VALUES (13, 'consulting', 946892015000, 'no', 'Пока подумаю', 'button');
INSERT INTO answers VALUES (13, 'decides', 946892050000, 'self', 'Только я', 'button');
INSERT INTO answers VALUES (13, 'delivery', 946892030000, 'recorded', 'В записи', 'button');
INSERT INTO answers VALUES (13, 'experience', 946892040000, 'self_made', 'Всё веду самостоятельно', 'button');
INSERT INTO answers VALUES (13, 'format_a', 946892025000, 'group_online', 'Группа онлайн', 'button');
INSERT INTO answers VALUES (13, 'niche', 946891995000, 'none', 'Пока ни одной', 'button');
INSERT INTO answers VALUES (13, 'participation', 946892020000, 'undecided', 'Пока не знаю', 'button');
INSERT INTO answers VALUES (13, 'participation', 946892025000, 'group', 'Группа онлайн', 'button');
INSERT INTO answers VALUES (13, 'place', 946892025000, 'online', 'Группа онлайн', 'button');
INSERT INTO answers VALUES (13, 'product', 946892010000, 'not_written', 'Ещё не готов', 'button');
INSERT INTO answers VALUES (13, 'start', 946892035000, 'someday', 'Позже, срока пока нет', 'button');
INSERT INTO answers VALUES (15, 'niche', 946900695000, 'has', 'Одна тема', 'button');
INSERT INTO answers VALUES (15, 'niche_text', 946900700000, 'Танцы', 'Танцы', 'text');

INSERT INTO events VALUES (1, 1, 'started', 946890005000, '', '');
INSERT INTO events VALUES (2, 1, 'consented', 946890010000, '', '');
INSERT INTO events VALUES (3, 1, 'asked', 946890010000, 'niche', '');
INSERT INTO events VALUES (4, 1, 'asked', 946890015000, 'niche_text', '');
INSERT INTO events VALUES (5, 1, 'asked', 946890020000, 'product', '');
INSERT INTO events VALUES (6, 1, 'asked', 946890025000, 'landing', '');
INSERT INTO events VALUES (7, 1, 'asked', 946890030000, 'sales', '');
INSERT INTO events VALUES (8, 1, 'asked', 946890035000, 'participation', '');
INSERT INTO events VALUES (9, 1, 'asked', 946890035000, 'place', '');
INSERT INTO events VALUES (10, 1, 'asked', 946890035000, 'delivery', '');
INSERT INTO events VALUES (11, 1, 'asked', 946890050000, 'price', '');
INSERT INTO events VALUES (12, 1, 'asked', 946890055000, 'start', '');
INSERT INTO events VALUES (13, 1, 'asked', 946890060000, 'experience', '');
INSERT INTO events VALUES (14, 1, 'asked', 946890065000, 'budget', '');
INSERT INTO events VALUES (15, 1, 'asked', 946890070000, 'decides', '');
INSERT INTO events VALUES (16, 1, 'asked', 946890075000, 'call', '');
INSERT INTO events VALUES (17, 1, 'asked', 946890080000, 'horizon', '');
INSERT INTO events VALUES (18, 1, 'asked', 946890085000, 'priority', '');
INSERT INTO events VALUES (19, 1, 'confirmed', 946890095000, '', '');
INSERT INTO events VALUES (20, 1, 'shadow', 946890095000, '', '');
INSERT INTO events VALUES (21, 1, 'handoff', 946890095000, '', 'hot');
INSERT INTO events VALUES (22, 1, 'claim', 946890170000, '', '1000002');
INSERT INTO events VALUES (23, 1, 'said', 946890175000, '', 'Ольга: Здравствуйте, Анна! Сколько групп ведёте сейчас?');
INSERT INTO events VALUES (24, 1, 'news', 946890180000, '', 'Две, по <b>восемь</b> человек.');
INSERT INTO events VALUES (25, 1, 'said', 946890185000, '', 'Ольга: Хорошо, посчитаю.');
INSERT INTO events VALUES (26, 1, 'said', 946890190000, '', 'Ольга: ✎ Здравствуйте, Анна! Сколько групп вы ведёте?');
INSERT INTO events VALUES (27, 1, 'said', 946890200000, '', 'Ольга: Это не вам');
INSERT INTO events VALUES (28, 1, 'said', 946890205000, '', 'Ольга: ✗');
INSERT INTO events VALUES (29, 1, 'flag', 946890280000, 'rush', '1000002');
INSERT INTO events VALUES (30, 1, 'news', 946890285000, '', 'Моя афиша (вложение)');
INSERT INTO events VALUES (31, 2, 'started', 946890355000, '', '');
INSERT INTO events VALUES (32, 2, 'consented', 946890360000, '', '');
INSERT INTO events VALUES (33, 2, 'asked', 946890360000, 'niche', '');
INSERT INTO events VALUES (34, 2, 'handoff', 946890365000, '', 'human');
INSERT INTO events VALUES (35, 2, 'asked', 946890365000, 'niche', '');
INSERT INTO events VALUES (36, 2, 'claim', 946890435000, '', '1000003');
INSERT INTO events VALUES (37, 2, 'said', 946890440000, '', 'Иван: Вера, здравствуйте!');
INSERT INTO events VALUES (38, 2, 'won', 946890510000, '', '1000003');
INSERT INTO events VALUES (39, 2, 'amount', 946890515000, '50000', '1000003');
INSERT INTO events VALUES (40, 2, 'news', 946890585000, '', 'Спасибо!');
INSERT INTO events VALUES (41, 3, 'started', 946890655000, '', '');
INSERT INTO events VALUES (42, 3, 'consented', 946890660000, '', '');
INSERT INTO events VALUES (43, 3, 'asked', 946890660000, 'niche', '');
INSERT INTO events VALUES (44, 3, 'handoff', 946890665000, '', 'human');
INSERT INTO events VALUES (45, 3, 'asked', 946890665000, 'niche', '');
INSERT INTO events VALUES (46, 3, 'claim', 946890735000, '', '1000002');
INSERT INTO events VALUES (47, 3, 'lost', 946890740000, '', '1000002');
INSERT INTO events VALUES (48, 3, 'why', 946890745000, '', '1000002');
INSERT INTO events VALUES (49, 4, 'started', 946890815000, '', '');
INSERT INTO events VALUES (50, 4, 'consented', 946890820000, '', '');
INSERT INTO events VALUES (51, 4, 'asked', 946890820000, 'niche', '');
INSERT INTO events VALUES (52, 4, 'asked', 946890825000, 'niche_text', '');
INSERT INTO events VALUES (53, 4, 'asked', 946890830000, 'product', '');
INSERT INTO events VALUES (54, 4, 'handoff', 946890835000, '', 'human');
INSERT INTO events VALUES (55, 4, 'asked', 946890835000, 'product', '');
INSERT INTO events VALUES (56, 4, 'claim', 946890905000, '', '1000003');
INSERT INTO events VALUES (57, 4, 'reject', 946890910000, '', '1000003');
INSERT INTO events VALUES (58, 4, 'why', 946890915000, '', '1000003');
INSERT INTO events VALUES (59, 5, 'started', 946890985000, '', '');
INSERT INTO events VALUES (60, 5, 'consented', 946890990000, '', '');
INSERT INTO events VALUES (61, 5, 'asked', 946890990000, 'niche', '');
INSERT INTO events VALUES (62, 5, 'handoff', 946890995000, '', 'human');
INSERT INTO events VALUES (63, 5, 'asked', 946890995000, 'niche', '');
INSERT INTO events VALUES (64, 5, 'claim', 946891065000, '', '1000002');
INSERT INTO events VALUES (65, 5, 'said', 946891070000, '', 'Ольга: Даша, добрый день!');
INSERT INTO events VALUES (66, 5, 'news', 946891075000, '', 'Добрый!');
INSERT INTO events VALUES (67, 5, 'hand', 946891150000, '1000003', '1000002');
INSERT INTO events VALUES (68, 5, 'said', 946891220000, '', 'Иван: Даша, это Иван, продолжу вместо Ольги.');
INSERT INTO events VALUES (69, 5, 'later', 946891230000, '947055600', '1000003');
INSERT INTO events VALUES (70, 6, 'started', 946891300000, '', '');
INSERT INTO events VALUES (71, 6, 'consented', 946891305000, '', '');
INSERT INTO events VALUES (72, 6, 'asked', 946891305000, 'niche', '');
INSERT INTO events VALUES (73, 6, 'handoff', 946891310000, '', 'human');
INSERT INTO events VALUES (74, 6, 'asked', 946891310000, 'niche', '');
INSERT INTO events VALUES (75, 6, 'claim', 946891380000, '', '1000002');
INSERT INTO events VALUES (76, 6, 'said', 946891385000, '', 'Ольга: Кира, напишу позже, хорошо?');
INSERT INTO events VALUES (77, 6, 'later', 946891395000, '946902190', '1000002');
INSERT INTO events VALUES (78, 7, 'started', 946891465000, '', '');
INSERT INTO events VALUES (79, 8, 'started', 946891535000, '', '');
INSERT INTO events VALUES (80, 8, 'declined', 946891605000, '', '');
INSERT INTO events VALUES (81, 9, 'started', 946891670000, '', '');
INSERT INTO events VALUES (82, 9, 'consented', 946891675000, '', '');
INSERT INTO events VALUES (83, 9, 'asked', 946891675000, 'niche', '');
INSERT INTO events VALUES (84, 9, 'blocked', 946891745000, '', '');
INSERT INTO events VALUES (85, 10, 'started', 946891745000, '', '');
INSERT INTO events VALUES (86, 10, 'consented', 946891750000, '', '');
INSERT INTO events VALUES (87, 10, 'asked', 946891750000, 'niche', '');
INSERT INTO events VALUES (88, 10, 'stopped', 946891755000, '', '');
INSERT INTO events VALUES (89, 11, 'started', 946891825000, '', '');
INSERT INTO events VALUES (90, 11, 'consented', 946891830000, '', '');
INSERT INTO events VALUES (91, 11, 'asked', 946891830000, 'niche', '');
INSERT INTO events VALUES (92, 11, 'asked', 946891835000, 'niche_text', '');
INSERT INTO events VALUES (93, 11, 'asked', 946891840000, 'product', '');
INSERT INTO events VALUES (94, 12, 'started', 946891980000, '', '');
INSERT INTO events VALUES (95, 13, 'started', 946891985000, '', '');
INSERT INTO events VALUES (96, 13, 'consented', 946891990000, '', '');
INSERT INTO events VALUES (97, 13, 'asked', 946891990000, 'niche', '');
INSERT INTO events VALUES (98, 13, 'asked', 946892000000, 'product', '');
INSERT INTO events VALUES (99, 13, 'asked', 946892010000, 'consulting', '');
INSERT INTO events VALUES (100, 13, 'asked', 946892015000, 'participation', '');
INSERT INTO events VALUES (101, 13, 'asked', 946892015000, 'place', '');
INSERT INTO events VALUES (102, 13, 'asked', 946892015000, 'delivery', '');
INSERT INTO events VALUES (103, 13, 'asked', 946892020000, 'format_a', '');
INSERT INTO events VALUES (104, 13, 'asked', 946892025000, 'participation', '');
INSERT INTO events VALUES (105, 13, 'asked', 946892025000, 'place', '');
INSERT INTO events VALUES (106, 13, 'asked', 946892025000, 'delivery', '');
INSERT INTO events VALUES (107, 13, 'asked', 946892030000, 'start', '');
INSERT INTO events VALUES (108, 13, 'asked', 946892035000, 'experience', '');
INSERT INTO events VALUES (109, 13, 'asked', 946892040000, 'budget', '');
INSERT INTO events VALUES (110, 13, 'asked', 946892045000, 'decides', '');
INSERT INTO events VALUES (111, 13, 'asked', 946892050000, 'call', '');
INSERT INTO events VALUES (112, 14, 'started', 946892125000, '', '');
INSERT INTO events VALUES (113, 14, 'consented', 946892130000, '', '');
INSERT INTO events VALUES (114, 14, 'asked', 946892130000, 'niche', '');
INSERT INTO events VALUES (115, 14, 'handoff', 946892135000, '', 'human');
INSERT INTO events VALUES (116, 14, 'asked', 946892135000, 'niche', '');
INSERT INTO events VALUES (117, 14, 'claim', 946892205000, '', '1000003');
INSERT INTO events VALUES (118, 14, 'escalated', 946893035000, '', 'heads');
INSERT INTO events VALUES (119, 14, 'escalated', 946893935000, '', 'owners');
INSERT INTO events VALUES (120, 14, 'pinged', 946894005000, '', '1000003');
INSERT INTO events VALUES (121, 14, 'lapsed', 946894905000, '', '1000003');
INSERT INTO events VALUES (122, 14, 'asked', 946894905000, 'niche', '');
INSERT INTO events VALUES (123, 13, 'reminded', 946895655000, '', '');
INSERT INTO events VALUES (124, 14, 'slot', 946897205000, '', 'завтра в 15:00');
INSERT INTO events VALUES (125, 14, 'updated', 946897205000, '', '');
INSERT INTO events VALUES (126, 15, 'started', 946900685000, '', '');
INSERT INTO events VALUES (127, 15, 'consented', 946900690000, '', '');
INSERT INTO events VALUES (128, 15, 'asked', 946900690000, 'niche', '');
INSERT INTO events VALUES (129, 15, 'asked', 946900695000, 'niche_text', '');
INSERT INTO events VALUES (130, 15, 'asked', 946900700000, 'product', '');
INSERT INTO events VALUES (131, 16, 'started', 946900745000, '', '');
INSERT INTO events VALUES (132, 16, 'consented', 946900750000, '', '');
INSERT INTO events VALUES (133, 16, 'asked', 946900750000, 'niche', '');
INSERT INTO events VALUES (134, 6, 'pinged', 946902190000, '', '1000002');
INSERT INTO events VALUES (135, 17, 'started', 946902245000, '', '');
INSERT INTO events VALUES (136, 17, 'consented', 946902250000, '', '');
INSERT INTO events VALUES (137, 17, 'asked', 946902250000, 'niche', '');
INSERT INTO events VALUES (138, 17, 'handoff', 946902255000, '', 'human');
INSERT INTO events VALUES (139, 17, 'asked', 946902255000, 'niche', '');
INSERT INTO events VALUES (140, 17, 'claim', 946902325000, '', '1000003');
INSERT INTO events VALUES (141, 17, 'escalated', 946903155000, '', 'heads');
INSERT INTO events VALUES (142, 18, 'started', 946903685000, '', '');
INSERT INTO events VALUES (143, 18, 'consented', 946903690000, '', '');
INSERT INTO events VALUES (144, 18, 'asked', 946903690000, 'niche', '');
INSERT INTO events VALUES (145, 18, 'handoff', 946903695000, '', 'human');
INSERT INTO events VALUES (146, 18, 'asked', 946903695000, 'niche', '');
INSERT INTO events VALUES (147, 19, 'started', 946903765000, '', '');
INSERT INTO events VALUES (148, 19, 'consented', 946903770000, '', '');
INSERT INTO events VALUES (149, 19, 'asked', 946903770000, 'niche', '');
INSERT INTO events VALUES (150, 18, 'escalated', 946903995000, '', 'target');
INSERT INTO events VALUES (151, 17, 'escalated', 946904055000, '', 'owners');
INSERT INTO events VALUES (152, 17, 'pinged', 946904125000, '', '1000003');
INSERT INTO events VALUES (153, 1, 'said', 946904165000, '', 'Ольга: Завтра пришлю план.');
INSERT INTO events VALUES (154, 1, 'news', 946904260000, '', 'А когда начнём?');
INSERT INTO events VALUES (155, 1, 'said', 946904265000, '', 'Ольга: Начнём со среды.');
INSERT INTO events VALUES (156, 1, 'said', 946904270000, '', 'Ольга: ✗');
INSERT INTO events VALUES (157, 19, 'handoff', 946904275000, '', 'human');
INSERT INTO events VALUES (158, 19, 'asked', 946904275000, 'niche', '');
INSERT INTO events VALUES (159, 5, 'news', 946904280000, '', '(вложение)');
INSERT INTO events VALUES (160, 6, 'won', 946904285000, '', '1000002');
INSERT INTO events VALUES (161, 15, 'reminded', 946904300000, '', '');
INSERT INTO events VALUES (162, 15, 'asked', 946904300000, 'product', '');
INSERT INTO events VALUES (163, 16, 'reminded', 946904365000, '', '');
INSERT INTO events VALUES (164, 16, 'asked', 946904365000, 'niche', '');

INSERT INTO consents VALUES (1, 'followups', 946890100000, 1, '1', '73c21d3c71a4e8c91dda05f14da5cc19c6a8539bed9750e9312e7ee3f63a4303', 23, NULL);
INSERT INTO consents VALUES (1, 'processing', 946890010000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 4, NULL);
INSERT INTO consents VALUES (2, 'processing', 946890360000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 32, NULL);
INSERT INTO consents VALUES (3, 'processing', 946890660000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 41, NULL);
INSERT INTO consents VALUES (4, 'processing', 946890820000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 47, NULL);
INSERT INTO consents VALUES (5, 'processing', 946890990000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 56, NULL);
INSERT INTO consents VALUES (6, 'processing', 946891305000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 65, NULL);
INSERT INTO consents VALUES (8, 'processing', 946891605000, 0, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 75, NULL);
INSERT INTO consents VALUES (9, 'processing', 946891675000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 79, NULL);
INSERT INTO consents VALUES (10, 'processing', 946891750000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 83, NULL);
INSERT INTO consents VALUES (11, 'processing', 946891830000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 89, 946891845000);
INSERT INTO consents VALUES (13, 'processing', 946891990000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 102, NULL);
INSERT INTO consents VALUES (14, 'processing', 946892130000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 119, NULL);
INSERT INTO consents VALUES (15, 'processing', 946900690000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 130, NULL);
INSERT INTO consents VALUES (16, 'processing', 946900750000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 137, NULL);
INSERT INTO consents VALUES (17, 'processing', 946902250000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 142, NULL);
INSERT INTO consents VALUES (18, 'processing', 946903690000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 148, NULL);
INSERT INTO consents VALUES (19, 'processing', 946903770000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 154, NULL);

INSERT INTO updates VALUES (700000003, 946890005000);
INSERT INTO updates VALUES (700000004, 946890010000);
INSERT INTO updates VALUES (700000005, 946890015000);
INSERT INTO updates VALUES (700000006, 946890020000);
INSERT INTO updates VALUES (700000007, 946890025000);
INSERT INTO updates VALUES (700000008, 946890030000);
INSERT INTO updates VALUES (700000009, 946890035000);
INSERT INTO updates VALUES (700000010, 946890040000);
INSERT INTO updates VALUES (700000011, 946890045000);
INSERT INTO updates VALUES (700000012, 946890050000);
INSERT INTO updates VALUES (700000013, 946890055000);
INSERT INTO updates VALUES (700000014, 946890060000);
INSERT INTO updates VALUES (700000015, 946890065000);
INSERT INTO updates VALUES (700000016, 946890070000);
INSERT INTO updates VALUES (700000017, 946890075000);
INSERT INTO updates VALUES (700000018, 946890080000);
INSERT INTO updates VALUES (700000019, 946890085000);
INSERT INTO updates VALUES (700000020, 946890090000);
INSERT INTO updates VALUES (700000021, 946890095000);
INSERT INTO updates VALUES (700000022, 946890100000);
INSERT INTO updates VALUES (700000023, 946890170010);
INSERT INTO updates VALUES (700000024, 946890175000);
INSERT INTO updates VALUES (700000025, 946890180000);
INSERT INTO updates VALUES (700000026, 946890185000);
INSERT INTO updates VALUES (700000027, 946890190000);
INSERT INTO updates VALUES (700000028, 946890195000);
INSERT INTO updates VALUES (700000029, 946890200000);
INSERT INTO updates VALUES (700000030, 946890205000);
INSERT INTO updates VALUES (700000031, 946890275010);
INSERT INTO updates VALUES (700000032, 946890280000);
INSERT INTO updates VALUES (700000033, 946890285000);
INSERT INTO updates VALUES (700000034, 946890355000);
INSERT INTO updates VALUES (700000035, 946890360000);
INSERT INTO updates VALUES (700000036, 946890365000);
INSERT INTO updates VALUES (700000037, 946890435010);
INSERT INTO updates VALUES (700000038, 946890440000);
INSERT INTO updates VALUES (700000039, 946890510010);
INSERT INTO updates VALUES (700000040, 946890515000);
INSERT INTO updates VALUES (700000041, 946890585000);
INSERT INTO updates VALUES (700000042, 946890655000);
INSERT INTO updates VALUES (700000043, 946890660000);
INSERT INTO updates VALUES (700000044, 946890665000);
INSERT INTO updates VALUES (700000045, 946890735010);
INSERT INTO updates VALUES (700000046, 946890740000);
INSERT INTO updates VALUES (700000047, 946890745000);
INSERT INTO updates VALUES (700000048, 946890815000);
INSERT INTO updates VALUES (700000049, 946890820000);
INSERT INTO updates VALUES (700000050, 946890825000);
INSERT INTO updates VALUES (700000051, 946890830000);
INSERT INTO updates VALUES (700000052, 946890835000);
INSERT INTO updates VALUES (700000053, 946890905010);
INSERT INTO updates VALUES (700000054, 946890910000);
INSERT INTO updates VALUES (700000055, 946890915000);
INSERT INTO updates VALUES (700000056, 946890985000);
INSERT INTO updates VALUES (700000057, 946890990000);
INSERT INTO updates VALUES (700000058, 946890995000);
INSERT INTO updates VALUES (700000059, 946891065010);
INSERT INTO updates VALUES (700000060, 946891070000);
INSERT INTO updates VALUES (700000061, 946891075000);
INSERT INTO updates VALUES (700000062, 946891145010);
INSERT INTO updates VALUES (700000063, 946891150000);
INSERT INTO updates VALUES (700000064, 946891220000);
INSERT INTO updates VALUES (700000065, 946891225010);
INSERT INTO updates VALUES (700000066, 946891230000);
INSERT INTO updates VALUES (700000067, 946891300000);
INSERT INTO updates VALUES (700000068, 946891305000);
INSERT INTO updates VALUES (700000069, 946891310000);
INSERT INTO updates VALUES (700000070, 946891380010);
INSERT INTO updates VALUES (700000071, 946891385000);
INSERT INTO updates VALUES (700000072, 946891390000);
INSERT INTO updates VALUES (700000073, 946891395000);
INSERT INTO updates VALUES (700000074, 946891465000);
INSERT INTO updates VALUES (700000075, 946891535000);
INSERT INTO updates VALUES (700000076, 946891605000);
INSERT INTO updates VALUES (700000077, 946891670000);
INSERT INTO updates VALUES (700000078, 946891675000);
INSERT INTO updates VALUES (700000079, 946891745000);
INSERT INTO updates VALUES (700000080, 946891745000);
INSERT INTO updates VALUES (700000081, 946891750000);
INSERT INTO updates VALUES (700000082, 946891755000);
INSERT INTO updates VALUES (700000083, 946891825000);
INSERT INTO updates VALUES (700000084, 946891830000);
INSERT INTO updates VALUES (700000085, 946891835000);
INSERT INTO updates VALUES (700000086, 946891840000);
INSERT INTO updates VALUES (700000087, 946891845000);
INSERT INTO updates VALUES (700000088, 946891980000);
INSERT INTO updates VALUES (700000089, 946891985000);
INSERT INTO updates VALUES (700000090, 946891985000);
INSERT INTO updates VALUES (700000091, 946891990000);
INSERT INTO updates VALUES (700000092, 946891995000);
INSERT INTO updates VALUES (700000093, 946892000000);
INSERT INTO updates VALUES (700000094, 946892005000);
INSERT INTO updates VALUES (700000095, 946892010000);
INSERT INTO updates VALUES (700000096, 946892015000);
INSERT INTO updates VALUES (700000097, 946892020000);
INSERT INTO updates VALUES (700000098, 946892025000);
INSERT INTO updates VALUES (700000099, 946892030000);
INSERT INTO updates VALUES (700000100, 946892035000);
INSERT INTO updates VALUES (700000101, 946892040000);
INSERT INTO updates VALUES (700000102, 946892045000);
INSERT INTO updates VALUES (700000103, 946892050000);
INSERT INTO updates VALUES (700000104, 946892055000);
INSERT INTO updates VALUES (700000105, 946892125000);
INSERT INTO updates VALUES (700000106, 946892130000);
INSERT INTO updates VALUES (700000107, 946892135000);
INSERT INTO updates VALUES (700000108, 946892205010);
INSERT INTO updates VALUES (700000109, 946897205000);
INSERT INTO updates VALUES (700000112, 946897275000);
INSERT INTO updates VALUES (700000113, 946900685000);
INSERT INTO updates VALUES (700000114, 946900690000);
INSERT INTO updates VALUES (700000115, 946900695000);
INSERT INTO updates VALUES (700000116, 946900700000);
INSERT INTO updates VALUES (700000117, 946900745000);
INSERT INTO updates VALUES (700000118, 946900750000);
INSERT INTO updates VALUES (700000119, 946900765000);
INSERT INTO updates VALUES (700000120, 946902245000);
INSERT INTO updates VALUES (700000121, 946902250000);
INSERT INTO updates VALUES (700000122, 946902255000);
INSERT INTO updates VALUES (700000123, 946902325010);
INSERT INTO updates VALUES (700000124, 946903685000);
INSERT INTO updates VALUES (700000125, 946903690000);
INSERT INTO updates VALUES (700000126, 946903695000);
INSERT INTO updates VALUES (700000127, 946903765000);
INSERT INTO updates VALUES (700000128, 946903770000);
INSERT INTO updates VALUES (700000129, 946904165000);
INSERT INTO updates VALUES (700000130, 946904260000);
INSERT INTO updates VALUES (700000131, 946904265000);
INSERT INTO updates VALUES (700000132, 946904270000);
INSERT INTO updates VALUES (700000133, 946904275000);
INSERT INTO updates VALUES (700000134, 946904280000);
INSERT INTO updates VALUES (700000135, 946904285010);

INSERT INTO outbox VALUES (1, 'm:1:1', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890005000, 0, NULL, 'done', 3, 1000004, 946890005010, NULL);
INSERT INTO outbox VALUES (2, 'm:1:2', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890005000, 0, NULL, 'done', 4, 1000004, 946890005020, NULL);
INSERT INTO outbox VALUES (3, 'm:1:3', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890010000, 0, NULL, 'done', 5, 1000004, 946890010010, NULL);
INSERT INTO outbox VALUES (4, 'e:1:1', 1, 'idempotent', 'edit', 1000004, '', 'm:1:2', 5, NULL, 946890010000, 0, NULL, 'done', 4, 1000004, 946890010020, NULL);
INSERT INTO outbox VALUES (5, 'm:1:4', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890015000, 0, NULL, 'done', 6, 1000004, 946890015010, NULL);
INSERT INTO outbox VALUES (6, 'e:1:2', 1, 'idempotent', 'edit', 1000004, '', 'm:1:3', 5, NULL, 946890015000, 0, NULL, 'done', 5, 1000004, 946890015020, NULL);
INSERT INTO outbox VALUES (7, 'm:1:5', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890020000, 0, NULL, 'done', 8, 1000004, 946890020010, NULL);
INSERT INTO outbox VALUES (8, 'e:1:3', 1, 'idempotent', 'edit', 1000004, '', 'm:1:4', 5, NULL, 946890020000, 0, NULL, 'done', 6, 1000004, 946890020020, NULL);
INSERT INTO outbox VALUES (9, 'm:1:6', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890025000, 0, NULL, 'done', 9, 1000004, 946890025010, NULL);
INSERT INTO outbox VALUES (10, 'e:1:4', 1, 'idempotent', 'edit', 1000004, '', 'm:1:5', 5, NULL, 946890025000, 0, NULL, 'done', 8, 1000004, 946890025020, NULL);
INSERT INTO outbox VALUES (11, 'm:1:7', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890030000, 0, NULL, 'done', 10, 1000004, 946890030010, NULL);
INSERT INTO outbox VALUES (12, 'e:1:5', 1, 'idempotent', 'edit', 1000004, '', 'm:1:6', 5, NULL, 946890030000, 0, NULL, 'done', 9, 1000004, 946890030020, NULL);
INSERT INTO outbox VALUES (13, 'm:1:8', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890035000, 0, NULL, 'done', 11, 1000004, 946890035010, NULL);
INSERT INTO outbox VALUES (14, 'e:1:6', 1, 'idempotent', 'edit', 1000004, '', 'm:1:7', 5, NULL, 946890035000, 0, NULL, 'done', 10, 1000004, 946890035020, NULL);
INSERT INTO outbox VALUES (15, 'e:1:7', 1, 'idempotent', 'edit', 1000004, '', 'm:1:8', 5, NULL, 946890040000, 0, NULL, 'done', 11, 1000004, 946890040010, NULL);
INSERT INTO outbox VALUES (16, 'e:1:8', 1, 'idempotent', 'edit', 1000004, '', 'm:1:8', 5, NULL, 946890045000, 0, NULL, 'done', 11, 1000004, 946890045010, NULL);
INSERT INTO outbox VALUES (17, 'm:1:9', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890050000, 0, NULL, 'done', 12, 1000004, 946890050010, NULL);
INSERT INTO outbox VALUES (18, 'e:1:9', 1, 'idempotent', 'edit', 1000004, '', 'm:1:8', 5, NULL, 946890050000, 0, NULL, 'done', 11, 1000004, 946890050020, NULL);
INSERT INTO outbox VALUES (19, 'm:1:10', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890055000, 0, NULL, 'done', 13, 1000004, 946890055010, NULL);
INSERT INTO outbox VALUES (20, 'e:1:10', 1, 'idempotent', 'edit', 1000004, '', 'm:1:9', 5, NULL, 946890055000, 0, NULL, 'done', 12, 1000004, 946890055020, NULL);
INSERT INTO outbox VALUES (21, 'm:1:11', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890060000, 0, NULL, 'done', 14, 1000004, 946890060010, NULL);
INSERT INTO outbox VALUES (22, 'e:1:11', 1, 'idempotent', 'edit', 1000004, '', 'm:1:10', 5, NULL, 946890060000, 0, NULL, 'done', 13, 1000004, 946890060020, NULL);
INSERT INTO outbox VALUES (23, 'm:1:12', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890065000, 0, NULL, 'done', 15, 1000004, 946890065010, NULL);
INSERT INTO outbox VALUES (24, 'e:1:12', 1, 'idempotent', 'edit', 1000004, '', 'm:1:11', 5, NULL, 946890065000, 0, NULL, 'done', 14, 1000004, 946890065020, NULL);
INSERT INTO outbox VALUES (25, 'm:1:13', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890070000, 0, NULL, 'done', 16, 1000004, 946890070010, NULL);
INSERT INTO outbox VALUES (26, 'e:1:13', 1, 'idempotent', 'edit', 1000004, '', 'm:1:12', 5, NULL, 946890070000, 0, NULL, 'done', 15, 1000004, 946890070020, NULL);
INSERT INTO outbox VALUES (27, 'm:1:14', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890075000, 0, NULL, 'done', 17, 1000004, 946890075010, NULL);
INSERT INTO outbox VALUES (28, 'e:1:14', 1, 'idempotent', 'edit', 1000004, '', 'm:1:13', 5, NULL, 946890075000, 0, NULL, 'done', 16, 1000004, 946890075020, NULL);
INSERT INTO outbox VALUES (29, 'm:1:15', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890080000, 0, NULL, 'done', 18, 1000004, 946890080010, NULL);
INSERT INTO outbox VALUES (30, 'e:1:15', 1, 'idempotent', 'edit', 1000004, '', 'm:1:14', 5, NULL, 946890080000, 0, NULL, 'done', 17, 1000004, 946890080020, NULL);
INSERT INTO outbox VALUES (31, 'm:1:16', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890085000, 0, NULL, 'done', 19, 1000004, 946890085010, NULL);
INSERT INTO outbox VALUES (32, 'e:1:16', 1, 'idempotent', 'edit', 1000004, '', 'm:1:15', 5, NULL, 946890085000, 0, NULL, 'done', 18, 1000004, 946890085020, NULL);
INSERT INTO outbox VALUES (33, 'm:1:17', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890090000, 0, NULL, 'done', 21, 1000004, 946890090010, NULL);
INSERT INTO outbox VALUES (34, 'e:1:17', 1, 'idempotent', 'edit', 1000004, '', 'm:1:16', 5, NULL, 946890090000, 0, NULL, 'done', 19, 1000004, 946890090020, NULL);
INSERT INTO outbox VALUES (35, 'm:1:18', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890095000, 0, NULL, 'done', 22, 1000004, 946890095010, NULL);
INSERT INTO outbox VALUES (36, 'm:1:19', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890095000, 0, NULL, 'done', 23, 1000004, 946890095043, NULL);
INSERT INTO outbox VALUES (37, 'e:1:18', 1, 'idempotent', 'edit', 1000004, '', 'm:1:17', 5, NULL, 946890095000, 0, NULL, 'done', 21, 1000004, 946890095076, NULL);
INSERT INTO outbox VALUES (38, 'topic:1', 1, 'critical', 'topic', 0, '', '', 0, NULL, 946890095000, 0, NULL, 'done', 1, -1001000000004, 946890095010, NULL);
INSERT INTO outbox VALUES (39, 'card:1:1', 1, 'critical', 'send', 0, 'topic:1', '', 0, NULL, 946890095000, 0, NULL, 'done', 2, -1001000000004, 946890095020, NULL);
INSERT INTO outbox VALUES (40, 'm:1:20', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890100000, 0, NULL, 'done', 24, 1000004, 946890100010, NULL);
INSERT INTO outbox VALUES (41, 'e:1:19', 1, 'idempotent', 'edit', 1000004, '', 'm:1:19', 5, NULL, 946890100000, 0, NULL, 'done', 23, 1000004, 946890100020, NULL);
INSERT INTO outbox VALUES (42, 'card:1:1:1', 1, 'idempotent', 'edit', 0, 'topic:1', 'card:1:1', 2, NULL, 946890170000, 0, NULL, 'done', 2, -1001000000004, 946890170020, NULL);
INSERT INTO outbox VALUES (43, 'title:1:1', 1, 'idempotent', 'title', 0, '', 'topic:1', 5, NULL, 946890170000, 0, NULL, 'done', NULL, -1001000000004, 946890170030, NULL);
INSERT INTO outbox VALUES (44, 'out:1:-1001000000004:4', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890175000, 0, NULL, 'done', 25, 1000004, 946890175010, 4);
INSERT INTO outbox VALUES (45, 'mark:out:1:-1001000000004:4:👍', 1, 'idempotent', 'react', 0, '', '', 2, NULL, 946890175010, 0, NULL, 'done', NULL, -1001000000004, 946890175020, NULL);
INSERT INTO outbox VALUES (46, 'card:1:1:2', 1, 'idempotent', 'edit', 0, 'topic:1', 'card:1:1', 5, NULL, 946890175010, 0, NULL, 'done', 2, -1001000000004, 946890175030, NULL);
INSERT INTO outbox VALUES (47, 'in:1:26', 1, 'reply', 'send', 0, 'topic:1', 'card:1:1', 2, NULL, 946890180000, 0, NULL, 'done', 5, -1001000000004, 946890180010, 26);
INSERT INTO outbox VALUES (48, 'out:1:-1001000000004:6', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890185000, 0, NULL, 'done', 27, 1000004, 946890185010, 6);
INSERT INTO outbox VALUES (49, 'mark:out:1:-1001000000004:6:👍', 1, 'idempotent', 'react', 0, '', '', 2, NULL, 946890185010, 0, NULL, 'done', NULL, -1001000000004, 946890185020, NULL);
INSERT INTO outbox VALUES (50, 'out:1:-1001000000004:4:4', 1, 'idempotent', 'edit', 1000004, '', 'out:1:-1001000000004:4', 1, NULL, 946890190000, 0, NULL, 'done', 25, 1000004, 946890190010, NULL);
INSERT INTO outbox VALUES (51, 'out:1:-1001000000004:8', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890200000, 0, NULL, 'done', 28, 1000004, 946890200010, 8);
INSERT INTO outbox VALUES (52, 'mark:out:1:-1001000000004:8:👍', 1, 'idempotent', 'react', 0, '', '', 2, NULL, 946890200010, 0, NULL, 'done', NULL, -1001000000004, 946890200020, NULL);
INSERT INTO outbox VALUES (53, 'del:out:1:-1001000000004:8', 1, 'idempotent', 'delete', 1000004, '', 'out:1:-1001000000004:8', 1, NULL, 946890205000, 0, NULL, 'done', 28, 1000004, 946890205010, 9);
INSERT INTO outbox VALUES (54, 'mark:del:out:1:-1001000000004:8:👌', 1, 'idempotent', 'react', 0, '', '', 2, NULL, 946890205010, 0, NULL, 'done', NULL, -1001000000004, 946890205020, NULL);
INSERT INTO outbox VALUES (55, 'ask:1:more:1:5', 1, 'reply', 'send', 0, 'topic:1', 'card:1:1', 2, NULL, 946890275000, 0, NULL, 'done', 10, -1001000000004, 946890275020, NULL);
INSERT INTO outbox VALUES (56, 'card:1:1:6', 1, 'idempotent', 'edit', 0, 'topic:1', 'card:1:1', 5, NULL, 946890280000, 0, NULL, 'done', 2, -1001000000004, 946890280020, NULL);
INSERT INTO outbox VALUES (57, 'ask:1:more:1:5:7', 1, 'idempotent', 'edit', 0, 'topic:1', 'ask:1:more:1:5', 2, NULL, 946890280000, 0, NULL, 'done', 10, -1001000000004, 946890280010, NULL);
INSERT INTO outbox VALUES (58, 'in:1:29', 1, 'reply', 'copy', 0, 'topic:1', 'card:1:1', 2, NULL, 946890285000, 0, NULL, 'done', 11, -1001000000004, 946890285010, 29);
INSERT INTO outbox VALUES (59, 'm:2:1', 2, 'reply', 'send', 1000005, '', '', 1, NULL, 946890355000, 0, NULL, 'done', 31, 1000005, 946890355010, NULL);
INSERT INTO outbox VALUES (60, 'm:2:2', 2, 'reply', 'send', 1000005, '', '', 1, NULL, 946890355000, 0, NULL, 'done', 32, 1000005, 946890355020, NULL);
INSERT INTO outbox VALUES (61, 'm:2:3', 2, 'reply', 'send', 1000005, '', '', 1, NULL, 946890360000, 0, NULL, 'done', 33, 1000005, 946890360010, NULL);
INSERT INTO outbox VALUES (62, 'e:2:1', 2, 'idempotent', 'edit', 1000005, '', 'm:2:2', 5, NULL, 946890360000, 0, NULL, 'done', 32, 1000005, 946890360020, NULL);
INSERT INTO outbox VALUES (63, 'm:2:4', 2, 'reply', 'send', 1000005, '', '', 1, NULL, 946890365000, 0, NULL, 'done', 35, 1000005, 946890365010, NULL);
INSERT INTO outbox VALUES (64, 'e:2:2', 2, 'idempotent', 'edit', 1000005, '', 'm:2:3', 5, NULL, 946890365000, 0, NULL, 'done', 33, 1000005, 946890365043, NULL);
INSERT INTO outbox VALUES (65, 'topic:2', 2, 'critical', 'topic', 0, '', '', 0, NULL, 946890365000, 0, NULL, 'done', 12, -1001000000004, 946890365010, NULL);
INSERT INTO outbox VALUES (66, 'card:2:1', 2, 'critical', 'send', 0, 'topic:2', '', 0, NULL, 946890365000, 0, NULL, 'done', 13, -1001000000004, 946890365020, NULL);
INSERT INTO outbox VALUES (67, 'card:2:1:1', 2, 'idempotent', 'edit', 0, 'topic:2', 'card:2:1', 2, NULL, 946890435000, 0, NULL, 'done', 13, -1001000000004, 946890435020, NULL);
INSERT INTO outbox VALUES (68, 'title:2:1', 2, 'idempotent', 'title', 0, '', 'topic:2', 5, NULL, 946890435000, 0, NULL, 'done', NULL, -1001000000004, 946890435030, NULL);
INSERT INTO outbox VALUES (69, 'out:2:-1001000000004:15', 2, 'reply', 'send', 1000005, '', '', 1, NULL, 946890440000, 0, NULL, 'done', 36, 1000005, 946890440010, 15);
INSERT INTO outbox VALUES (70, 'mark:out:2:-1001000000004:15:👍', 2, 'idempotent', 'react', 0, '', '', 2, NULL, 946890440010, 0, NULL, 'done', NULL, -1001000000004, 946890440020, NULL);
INSERT INTO outbox VALUES (71, 'card:2:1:2', 2, 'idempotent', 'edit', 0, 'topic:2', 'card:2:1', 5, NULL, 946890440010, 0, NULL, 'done', 13, -1001000000004, 946890440030, NULL);
INSERT INTO outbox VALUES (72, 'card:2:1:3', 2, 'idempotent', 'edit', 0, 'topic:2', 'card:2:1', 2, NULL, 946890510000, 0, NULL, 'done', 13, -1001000000004, 946890510020, NULL);
INSERT INTO outbox VALUES (73, 'ask:2:amount:1:4', 2, 'reply', 'send', 0, 'topic:2', 'card:2:1', 2, NULL, 946890510000, 0, NULL, 'done', 16, -1001000000004, 946890510030, NULL);
INSERT INTO outbox VALUES (74, 'title:2:2', 2, 'idempotent', 'title', 0, '', 'topic:2', 5, NULL, 946890510000, 0, NULL, 'done', NULL, -1001000000004, 946890510040, NULL);
INSERT INTO outbox VALUES (75, 'card:2:1:5', 2, 'idempotent', 'edit', 0, 'topic:2', 'card:2:1', 5, NULL, 946890515000, 0, NULL, 'done', 13, -1001000000004, 946890515020, NULL);
INSERT INTO outbox VALUES (76, 'ask:2:amount:1:4:6', 2, 'idempotent', 'edit', 0, 'topic:2', 'ask:2:amount:1:4', 2, NULL, 946890515000, 0, NULL, 'done', 16, -1001000000004, 946890515010, NULL);
INSERT INTO outbox VALUES (77, 'm:2:5', 2, 'reply', 'send', 1000005, '', '', 1, NULL, 946890585000, 0, NULL, 'done', 38, 1000005, 946890585010, NULL);
INSERT INTO outbox VALUES (78, 'in:2:37', 2, 'reply', 'send', 0, 'topic:2', 'card:2:1', 2, NULL, 946890585000, 0, NULL, 'done', 18, -1001000000004, 946890585010, 37);
INSERT INTO outbox VALUES (79, 'm:3:1', 3, 'reply', 'send', 1000006, '', '', 1, NULL, 946890655000, 0, NULL, 'done', 40, 1000006, 946890655010, NULL);
INSERT INTO outbox VALUES (80, 'm:3:2', 3, 'reply', 'send', 1000006, '', '', 1, NULL, 946890655000, 0, NULL, 'done', 41, 1000006, 946890655020, NULL);
INSERT INTO outbox VALUES (81, 'm:3:3', 3, 'reply', 'send', 1000006, '', '', 1, NULL, 946890660000, 0, NULL, 'done', 42, 1000006, 946890660010, NULL);
INSERT INTO outbox VALUES (82, 'e:3:1', 3, 'idempotent', 'edit', 1000006, '', 'm:3:2', 5, NULL, 946890660000, 0, NULL, 'done', 41, 1000006, 946890660020, NULL);
INSERT INTO outbox VALUES (83, 'm:3:4', 3, 'reply', 'send', 1000006, '', '', 1, NULL, 946890665000, 0, NULL, 'done', 44, 1000006, 946890665010, NULL);
INSERT INTO outbox VALUES (84, 'e:3:2', 3, 'idempotent', 'edit', 1000006, '', 'm:3:3', 5, NULL, 946890665000, 0, NULL, 'done', 42, 1000006, 946890665043, NULL);
INSERT INTO outbox VALUES (85, 'topic:3', 3, 'critical', 'topic', 0, '', '', 0, NULL, 946890665000, 0, NULL, 'done', 19, -1001000000004, 946890665010, NULL);
INSERT INTO outbox VALUES (86, 'card:3:1', 3, 'critical', 'send', 0, 'topic:3', '', 0, NULL, 946890665000, 0, NULL, 'done', 20, -1001000000004, 946890665020, NULL);
INSERT INTO outbox VALUES (87, 'card:3:1:1', 3, 'idempotent', 'edit', 0, 'topic:3', 'card:3:1', 2, NULL, 946890735000, 0, NULL, 'done', 20, -1001000000004, 946890735020, NULL);
INSERT INTO outbox VALUES (88, 'title:3:1', 3, 'idempotent', 'title', 0, '', 'topic:3', 5, NULL, 946890735000, 0, NULL, 'done', NULL, -1001000000004, 946890735030, NULL);
INSERT INTO outbox VALUES (89, 'card:3:1:2', 3, 'idempotent', 'edit', 0, 'topic:3', 'card:3:1', 2, NULL, 946890740000, 0, NULL, 'done', 20, -1001000000004, 946890740010, NULL);
INSERT INTO outbox VALUES (90, 'ask:3:lost:1:3', 3, 'reply', 'send', 0, 'topic:3', 'card:3:1', 2, NULL, 946890740000, 0, NULL, 'done', 22, -1001000000004, 946890740020, NULL);
INSERT INTO outbox VALUES (91, 'title:3:2', 3, 'idempotent', 'title', 0, '', 'topic:3', 5, NULL, 946890740000, 0, NULL, 'done', NULL, -1001000000004, 946890740030, NULL);
INSERT INTO outbox VALUES (92, 'card:3:1:4', 3, 'idempotent', 'edit', 0, 'topic:3', 'card:3:1', 5, NULL, 946890745000, 0, NULL, 'done', 20, -1001000000004, 946890745020, NULL);
INSERT INTO outbox VALUES (93, 'ask:3:lost:1:3:5', 3, 'idempotent', 'edit', 0, 'topic:3', 'ask:3:lost:1:3', 2, NULL, 946890745000, 0, NULL, 'done', 22, -1001000000004, 946890745010, NULL);
INSERT INTO outbox VALUES (94, 'm:4:1', 4, 'reply', 'send', 1000007, '', '', 1, NULL, 946890815000, 0, NULL, 'done', 46, 1000007, 946890815010, NULL);
INSERT INTO outbox VALUES (95, 'm:4:2', 4, 'reply', 'send', 1000007, '', '', 1, NULL, 946890815000, 0, NULL, 'done', 47, 1000007, 946890815020, NULL);
INSERT INTO outbox VALUES (96, 'm:4:3', 4, 'reply', 'send', 1000007, '', '', 1, NULL, 946890820000, 0, NULL, 'done', 48, 1000007, 946890820010, NULL);
INSERT INTO outbox VALUES (97, 'e:4:1', 4, 'idempotent', 'edit', 1000007, '', 'm:4:2', 5, NULL, 946890820000, 0, NULL, 'done', 47, 1000007, 946890820020, NULL);
INSERT INTO outbox VALUES (98, 'm:4:4', 4, 'reply', 'send', 1000007, '', '', 1, NULL, 946890825000, 0, NULL, 'done', 49, 1000007, 946890825010, NULL);
INSERT INTO outbox VALUES (99, 'e:4:2', 4, 'idempotent', 'edit', 1000007, '', 'm:4:3', 5, NULL, 946890825000, 0, NULL, 'done', 48, 1000007, 946890825020, NULL);
INSERT INTO outbox VALUES (100, 'm:4:5', 4, 'reply', 'send', 1000007, '', '', 1, NULL, 946890830000, 0, NULL, 'done', 51, 1000007, 946890830010, NULL);
INSERT INTO outbox VALUES (101, 'e:4:3', 4, 'idempotent', 'edit', 1000007, '', 'm:4:4', 5, NULL, 946890830000, 0, NULL, 'done', 49, 1000007, 946890830020, NULL);
INSERT INTO outbox VALUES (102, 'm:4:6', 4, 'reply', 'send', 1000007, '', '', 1, NULL, 946890835000, 0, NULL, 'done', 53, 1000007, 946890835010, NULL);
INSERT INTO outbox VALUES (103, 'e:4:4', 4, 'idempotent', 'edit', 1000007, '', 'm:4:5', 5, NULL, 946890835000, 0, NULL, 'done', 51, 1000007, 946890835020, NULL);
INSERT INTO outbox VALUES (104, 'topic:4', 4, 'critical', 'topic', 0, '', '', 0, NULL, 946890835000, 0, NULL, 'done', 25, -1001000000004, 946890835010, NULL);
INSERT INTO outbox VALUES (105, 'card:4:1', 4, 'critical', 'send', 0, 'topic:4', '', 0, NULL, 946890835000, 0, NULL, 'done', 26, -1001000000004, 946890835043, NULL);
INSERT INTO outbox VALUES (106, 'card:4:1:1', 4, 'idempotent', 'edit', 0, 'topic:4', 'card:4:1', 2, NULL, 946890905000, 0, NULL, 'done', 26, -1001000000004, 946890905020, NULL);
INSERT INTO outbox VALUES (107, 'title:4:1', 4, 'idempotent', 'title', 0, '', 'topic:4', 5, NULL, 946890905000, 0, NULL, 'done', NULL, -1001000000004, 946890905030, NULL);
INSERT INTO outbox VALUES (108, 'card:4:1:2', 4, 'idempotent', 'edit', 0, 'topic:4', 'card:4:1', 2, NULL, 946890910000, 0, NULL, 'done', 26, -1001000000004, 946890910010, NULL);
INSERT INTO outbox VALUES (109, 'ask:4:reject:1:3', 4, 'reply', 'send', 0, 'topic:4', 'card:4:1', 2, NULL, 946890910000, 0, NULL, 'done', 28, -1001000000004, 946890910020, NULL);
INSERT INTO outbox VALUES (110, 'title:4:2', 4, 'idempotent', 'title', 0, '', 'topic:4', 5, NULL, 946890910000, 0, NULL, 'done', NULL, -1001000000004, 946890910030, NULL);
INSERT INTO outbox VALUES (111, 'card:4:1:4', 4, 'idempotent', 'edit', 0, 'topic:4', 'card:4:1', 5, NULL, 946890915000, 0, NULL, 'done', 26, -1001000000004, 946890915020, NULL);
INSERT INTO outbox VALUES (112, 'ask:4:reject:1:3:5', 4, 'idempotent', 'edit', 0, 'topic:4', 'ask:4:reject:1:3', 2, NULL, 946890915000, 0, NULL, 'done', 28, -1001000000004, 946890915010, NULL);
INSERT INTO outbox VALUES (113, 'm:5:1', 5, 'reply', 'send', 1000008, '', '', 1, NULL, 946890985000, 0, NULL, 'done', 55, 1000008, 946890985010, NULL);
INSERT INTO outbox VALUES (114, 'm:5:2', 5, 'reply', 'send', 1000008, '', '', 1, NULL, 946890985000, 0, NULL, 'done', 56, 1000008, 946890985020, NULL);
INSERT INTO outbox VALUES (115, 'm:5:3', 5, 'reply', 'send', 1000008, '', '', 1, NULL, 946890990000, 0, NULL, 'done', 57, 1000008, 946890990010, NULL);
INSERT INTO outbox VALUES (116, 'e:5:1', 5, 'idempotent', 'edit', 1000008, '', 'm:5:2', 5, NULL, 946890990000, 0, NULL, 'done', 56, 1000008, 946890990020, NULL);
INSERT INTO outbox VALUES (117, 'm:5:4', 5, 'reply', 'send', 1000008, '', '', 1, NULL, 946890995000, 0, NULL, 'done', 59, 1000008, 946890995010, NULL);
INSERT INTO outbox VALUES (118, 'e:5:2', 5, 'idempotent', 'edit', 1000008, '', 'm:5:3', 5, NULL, 946890995000, 0, NULL, 'done', 57, 1000008, 946890995043, NULL);
INSERT INTO outbox VALUES (119, 'topic:5', 5, 'critical', 'topic', 0, '', '', 0, NULL, 946890995000, 0, NULL, 'done', 30, -1001000000004, 946890995010, NULL);
INSERT INTO outbox VALUES (120, 'card:5:1', 5, 'critical', 'send', 0, 'topic:5', '', 0, NULL, 946890995000, 0, NULL, 'done', 31, -1001000000004, 946890995020, NULL);
INSERT INTO outbox VALUES (121, 'card:5:1:1', 5, 'idempotent', 'edit', 0, 'topic:5', 'card:5:1', 2, NULL, 946891065000, 0, NULL, 'done', 31, -1001000000004, 946891065020, NULL);
INSERT INTO outbox VALUES (122, 'title:5:1', 5, 'idempotent', 'title', 0, '', 'topic:5', 5, NULL, 946891065000, 0, NULL, 'done', NULL, -1001000000004, 946891065030, NULL);
INSERT INTO outbox VALUES (123, 'out:5:-1001000000004:33', 5, 'reply', 'send', 1000008, '', '', 1, NULL, 946891070000, 0, NULL, 'done', 60, 1000008, 946891070010, 33);
INSERT INTO outbox VALUES (124, 'mark:out:5:-1001000000004:33:👍', 5, 'idempotent', 'react', 0, '', '', 2, NULL, 946891070010, 0, NULL, 'done', NULL, -1001000000004, 946891070020, NULL);
INSERT INTO outbox VALUES (125, 'card:5:1:2', 5, 'idempotent', 'edit', 0, 'topic:5', 'card:5:1', 5, NULL, 946891070010, 0, NULL, 'done', 31, -1001000000004, 946891070030, NULL);
INSERT INTO outbox VALUES (126, 'in:5:61', 5, 'reply', 'send', 0, 'topic:5', 'card:5:1', 2, NULL, 946891075000, 0, NULL, 'done', 34, -1001000000004, 946891075010, 61);
INSERT INTO outbox VALUES (127, 'ask:5:hand:1:4', 5, 'reply', 'send', 0, 'topic:5', 'card:5:1', 2, NULL, 946891145000, 0, NULL, 'done', 35, -1001000000004, 946891145020, NULL);
INSERT INTO outbox VALUES (128, 'card:5:1:5', 5, 'idempotent', 'edit', 0, 'topic:5', 'card:5:1', 2, NULL, 946891150000, 0, NULL, 'done', 31, -1001000000004, 946891150010, NULL);
INSERT INTO outbox VALUES (129, 'ask:5:hand:1:4:6', 5, 'idempotent', 'edit', 0, 'topic:5', 'ask:5:hand:1:4', 2, NULL, 946891150000, 0, NULL, 'done', 35, -1001000000004, 946891150020, NULL);
INSERT INTO outbox VALUES (130, 'news:5:1:7', 5, 'reply', 'send', 0, 'topic:5', 'card:5:1', 2, NULL, 946891150000, 0, NULL, 'done', 36, -1001000000004, 946891150030, NULL);
INSERT INTO outbox VALUES (131, 'title:5:2', 5, 'idempotent', 'title', 0, '', 'topic:5', 5, NULL, 946891150000, 0, NULL, 'done', NULL, -1001000000004, 946891150043, NULL);
INSERT INTO outbox VALUES (132, 'out:5:-1001000000004:38', 5, 'reply', 'send', 1000008, '', '', 1, NULL, 946891220000, 0, NULL, 'done', 62, 1000008, 946891220010, 38);
INSERT INTO outbox VALUES (133, 'mark:out:5:-1001000000004:38:👍', 5, 'idempotent', 'react', 0, '', '', 2, NULL, 946891220010, 0, NULL, 'done', NULL, -1001000000004, 946891220020, NULL);
INSERT INTO outbox VALUES (134, 'card:5:1:8', 5, 'idempotent', 'edit', 0, 'topic:5', 'card:5:1', 5, NULL, 946891220010, 0, NULL, 'done', 31, -1001000000004, 946891220030, NULL);
INSERT INTO outbox VALUES (135, 'ask:5:later:1:9', 5, 'reply', 'send', 0, 'topic:5', 'card:5:1', 2, NULL, 946891225000, 0, NULL, 'done', 39, -1001000000004, 946891225020, NULL);
INSERT INTO outbox VALUES (136, 'card:5:1:10', 5, 'idempotent', 'edit', 0, 'topic:5', 'card:5:1', 2, NULL, 946891230000, 0, NULL, 'done', 31, -1001000000004, 946891230010, NULL);
INSERT INTO outbox VALUES (137, 'ask:5:later:1:9:11', 5, 'idempotent', 'edit', 0, 'topic:5', 'ask:5:later:1:9', 2, NULL, 946891230000, 0, NULL, 'done', 39, -1001000000004, 946891230020, NULL);
INSERT INTO outbox VALUES (138, 'm:6:1', 6, 'reply', 'send', 1000009, '', '', 1, NULL, 946891300000, 0, NULL, 'done', 64, 1000009, 946891300010, NULL);
INSERT INTO outbox VALUES (139, 'm:6:2', 6, 'reply', 'send', 1000009, '', '', 1, NULL, 946891300000, 0, NULL, 'done', 65, 1000009, 946891300020, NULL);
INSERT INTO outbox VALUES (140, 'm:6:3', 6, 'reply', 'send', 1000009, '', '', 1, NULL, 946891305000, 0, NULL, 'done', 66, 1000009, 946891305010, NULL);
INSERT INTO outbox VALUES (141, 'e:6:1', 6, 'idempotent', 'edit', 1000009, '', 'm:6:2', 5, NULL, 946891305000, 0, NULL, 'done', 65, 1000009, 946891305020, NULL);
INSERT INTO outbox VALUES (142, 'm:6:4', 6, 'reply', 'send', 1000009, '', '', 1, NULL, 946891310000, 0, NULL, 'done', 68, 1000009, 946891310010, NULL);
INSERT INTO outbox VALUES (143, 'e:6:2', 6, 'idempotent', 'edit', 1000009, '', 'm:6:3', 5, NULL, 946891310000, 0, NULL, 'done', 66, 1000009, 946891310020, NULL);
INSERT INTO outbox VALUES (144, 'topic:6', 6, 'critical', 'topic', 0, '', '', 0, NULL, 946891310000, 0, NULL, 'done', 40, -1001000000004, 946891310020, NULL);
INSERT INTO outbox VALUES (145, 'card:6:1', 6, 'critical', 'send', 0, 'topic:6', '', 0, NULL, 946891310000, 0, NULL, 'done', 41, -1001000000004, 946891310043, NULL);
INSERT INTO outbox VALUES (146, 'card:6:1:1', 6, 'idempotent', 'edit', 0, 'topic:6', 'card:6:1', 2, NULL, 946891380000, 0, NULL, 'done', 41, -1001000000004, 946891380020, NULL);
INSERT INTO outbox VALUES (147, 'title:6:1', 6, 'idempotent', 'title', 0, '', 'topic:6', 5, NULL, 946891380000, 0, NULL, 'done', NULL, -1001000000004, 946891380030, NULL);
INSERT INTO outbox VALUES (148, 'out:6:-1001000000004:43', 6, 'reply', 'send', 1000009, '', '', 1, NULL, 946891385000, 0, NULL, 'done', 69, 1000009, 946891385010, 43);
INSERT INTO outbox VALUES (149, 'mark:out:6:-1001000000004:43:👍', 6, 'idempotent', 'react', 0, '', '', 2, NULL, 946891385010, 0, NULL, 'done', NULL, -1001000000004, 946891385020, NULL);
INSERT INTO outbox VALUES (150, 'card:6:1:2', 6, 'idempotent', 'edit', 0, 'topic:6', 'card:6:1', 5, NULL, 946891385010, 0, NULL, 'done', 41, -1001000000004, 946891385030, NULL);
INSERT INTO outbox VALUES (151, 'ask:6:later:1:3', 6, 'reply', 'send', 0, 'topic:6', 'card:6:1', 2, NULL, 946891390000, 0, NULL, 'done', 44, -1001000000004, 946891390010, NULL);
INSERT INTO outbox VALUES (152, 'card:6:1:4', 6, 'idempotent', 'edit', 0, 'topic:6', 'card:6:1', 2, NULL, 946891395000, 0, NULL, 'done', 41, -1001000000004, 946891395010, NULL);
INSERT INTO outbox VALUES (153, 'ask:6:later:1:3:5', 6, 'idempotent', 'edit', 0, 'topic:6', 'ask:6:later:1:3', 2, NULL, 946891395000, 0, NULL, 'done', 44, -1001000000004, 946891395020, NULL);
INSERT INTO outbox VALUES (154, 'm:7:1', 7, 'reply', 'send', 1000010, '', '', 1, NULL, 946891465000, 0, NULL, 'done', 71, 1000010, 946891465010, NULL);
INSERT INTO outbox VALUES (155, 'm:7:2', 7, 'reply', 'send', 1000010, '', '', 1, NULL, 946891465000, 0, NULL, 'done', 72, 1000010, 946891465020, NULL);
INSERT INTO outbox VALUES (156, 'm:8:1', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946891535000, 0, NULL, 'done', 74, 1000011, 946891535010, NULL);
INSERT INTO outbox VALUES (157, 'm:8:2', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946891535000, 0, NULL, 'done', 75, 1000011, 946891535020, NULL);
INSERT INTO outbox VALUES (158, 'm:8:3', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946891605000, 0, NULL, 'done', 76, 1000011, 946891605010, NULL);
INSERT INTO outbox VALUES (159, 'e:8:1', 8, 'idempotent', 'edit', 1000011, '', 'm:8:2', 5, NULL, 946891605000, 0, NULL, 'done', 75, 1000011, 946891605020, NULL);
INSERT INTO outbox VALUES (160, 'm:9:1', 9, 'reply', 'send', 1000012, '', '', 1, NULL, 946891670000, 0, NULL, 'done', 78, 1000012, 946891670010, NULL);
INSERT INTO outbox VALUES (161, 'm:9:2', 9, 'reply', 'send', 1000012, '', '', 1, NULL, 946891670000, 0, NULL, 'done', 79, 1000012, 946891670020, NULL);
INSERT INTO outbox VALUES (162, 'm:9:3', 9, 'reply', 'send', 1000012, '', '', 1, NULL, 946891675000, 0, NULL, 'done', 80, 1000012, 946891675010, NULL);
INSERT INTO outbox VALUES (163, 'e:9:1', 9, 'idempotent', 'edit', 1000012, '', 'm:9:2', 5, NULL, 946891675000, 0, NULL, 'done', 79, 1000012, 946891675020, NULL);
INSERT INTO outbox VALUES (164, 'm:10:1', 10, 'reply', 'send', 1000013, '', '', 1, NULL, 946891745000, 0, NULL, 'done', 82, 1000013, 946891745010, NULL);
INSERT INTO outbox VALUES (165, 'm:10:2', 10, 'reply', 'send', 1000013, '', '', 1, NULL, 946891745000, 0, NULL, 'done', 83, 1000013, 946891745020, NULL);
INSERT INTO outbox VALUES (166, 'm:10:3', 10, 'reply', 'send', 1000013, '', '', 1, NULL, 946891750000, 0, NULL, 'done', 84, 1000013, 946891750010, NULL);
INSERT INTO outbox VALUES (167, 'e:10:1', 10, 'idempotent', 'edit', 1000013, '', 'm:10:2', 5, NULL, 946891750000, 0, NULL, 'done', 83, 1000013, 946891750020, NULL);
INSERT INTO outbox VALUES (168, 'm:10:4', 10, 'reply', 'send', 1000013, '', '', 1, NULL, 946891755000, 0, NULL, 'done', 86, 1000013, 946891755010, NULL);
INSERT INTO outbox VALUES (169, 'm:11:1', 11, 'reply', 'send', 1000014, '', '', 1, NULL, 946891825000, 0, NULL, 'done', 88, 1000014, 946891825010, NULL);
INSERT INTO outbox VALUES (170, 'm:11:2', 11, 'reply', 'send', 1000014, '', '', 1, NULL, 946891825000, 0, NULL, 'done', 89, 1000014, 946891825020, NULL);
INSERT INTO outbox VALUES (171, 'm:11:3', 11, 'reply', 'send', 1000014, '', '', 1, NULL, 946891830000, 0, NULL, 'done', 90, 1000014, 946891830010, NULL);
INSERT INTO outbox VALUES (172, 'e:11:1', 11, 'idempotent', 'edit', 1000014, '', 'm:11:2', 5, NULL, 946891830000, 0, NULL, 'done', 89, 1000014, 946891830020, NULL);
INSERT INTO outbox VALUES (173, 'm:11:4', 11, 'reply', 'send', 1000014, '', '', 1, NULL, 946891835000, 0, NULL, 'done', 91, 1000014, 946891835010, NULL);
INSERT INTO outbox VALUES (174, 'e:11:2', 11, 'idempotent', 'edit', 1000014, '', 'm:11:3', 5, NULL, 946891835000, 0, NULL, 'done', 90, 1000014, 946891835020, NULL);
INSERT INTO outbox VALUES (175, 'm:11:5', 11, 'reply', 'send', 1000014, '', '', 1, NULL, 946891840000, 0, NULL, 'done', 93, 1000014, 946891840010, NULL);
INSERT INTO outbox VALUES (176, 'e:11:3', 11, 'idempotent', 'edit', 1000014, '', 'm:11:4', 5, NULL, 946891840000, 0, NULL, 'done', 91, 1000014, 946891840020, NULL);
INSERT INTO outbox VALUES (177, 'm:11:6', 11, 'reply', 'send', 1000014, '', '', 1, NULL, 946891845000, 0, NULL, 'done', 95, 1000014, 946891845010, NULL);
INSERT INTO outbox VALUES (178, 'e:11:4', 11, 'idempotent', 'edit', 1000014, '', 'm:11:5', 5, NULL, 946891845000, 0, NULL, 'done', 93, 1000014, 946891845020, NULL);
INSERT INTO outbox VALUES (179, 'm:12:1', 12, 'reply', 'send', 1000001, '', '', 1, NULL, 946891980000, 0, NULL, 'done', 97, 1000001, 946891980010, NULL);
INSERT INTO outbox VALUES (180, 'm:12:2', 12, 'reply', 'send', 1000001, '', '', 1, NULL, 946891980000, 0, NULL, 'done', 98, 1000001, 946891980020, NULL);
INSERT INTO outbox VALUES (181, 'alarm_dead:1000001:10959', NULL, 'critical', 'send', 1000001, '', '', 0, NULL, 946891985000, 0, NULL, 'done', 100, 1000001, 946891985010, NULL);
INSERT INTO outbox VALUES (182, 'm:13:1', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946891985000, 0, NULL, 'done', 101, 1000015, 946891985010, NULL);
INSERT INTO outbox VALUES (183, 'm:13:2', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946891985000, 0, NULL, 'done', 102, 1000015, 946891985020, NULL);
INSERT INTO outbox VALUES (184, 'm:13:3', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946891990000, 0, NULL, 'done', 103, 1000015, 946891990010, NULL);
INSERT INTO outbox VALUES (185, 'e:13:1', 13, 'idempotent', 'edit', 1000015, '', 'm:13:2', 5, NULL, 946891990000, 0, NULL, 'done', 102, 1000015, 946891990020, NULL);
INSERT INTO outbox VALUES (186, 'm:13:4', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946891995000, 0, NULL, 'done', 104, 1000015, 946891995010, NULL);
INSERT INTO outbox VALUES (187, 'e:13:2', 13, 'idempotent', 'edit', 1000015, '', 'm:13:3', 5, NULL, 946891995000, 0, NULL, 'done', 103, 1000015, 946891995020, NULL);
INSERT INTO outbox VALUES (188, 'm:13:5', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946892000000, 0, NULL, 'done', 105, 1000015, 946892000010, NULL);
INSERT INTO outbox VALUES (189, 'm:13:6', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946892000000, 0, NULL, 'done', 106, 1000015, 946892000020, NULL);
INSERT INTO outbox VALUES (190, 'e:13:3', 13, 'idempotent', 'edit', 1000015, '', 'm:13:4', 5, NULL, 946892000000, 0, NULL, 'done', 104, 1000015, 946892000030, NULL);
INSERT INTO outbox VALUES (191, 'm:13:7', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946892010000, 0, NULL, 'done', 107, 1000015, 946892010010, NULL);
INSERT INTO outbox VALUES (192, 'e:13:4', 13, 'idempotent', 'edit', 1000015, '', 'm:13:6', 5, NULL, 946892010000, 0, NULL, 'done', 106, 1000015, 946892010020, NULL);
INSERT INTO outbox VALUES (193, 'm:13:8', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946892015000, 0, NULL, 'done', 108, 1000015, 946892015010, NULL);
INSERT INTO outbox VALUES (194, 'e:13:5', 13, 'idempotent', 'edit', 1000015, '', 'm:13:7', 5, NULL, 946892015000, 0, NULL, 'done', 107, 1000015, 946892015020, NULL);
INSERT INTO outbox VALUES (195, 'm:13:9', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946892020000, 0, NULL, 'done', 109, 1000015, 946892020010, NULL);
INSERT INTO outbox VALUES (196, 'e:13:6', 13, 'idempotent', 'edit', 1000015, '', 'm:13:8', 5, NULL, 946892020000, 0, NULL, 'done', 108, 1000015, 946892020020, NULL);
INSERT INTO outbox VALUES (197, 'm:13:10', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946892025000, 0, NULL, 'done', 110, 1000015, 946892025010, NULL);
INSERT INTO outbox VALUES (198, 'e:13:7', 13, 'idempotent', 'edit', 1000015, '', 'm:13:9', 5, NULL, 946892025000, 0, NULL, 'done', 109, 1000015, 946892025020, NULL);
INSERT INTO outbox VALUES (199, 'm:13:11', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946892030000, 0, NULL, 'done', 111, 1000015, 946892030010, NULL);
INSERT INTO outbox VALUES (200, 'e:13:8', 13, 'idempotent', 'edit', 1000015, '', 'm:13:10', 5, NULL, 946892030000, 0, NULL, 'done', 110, 1000015, 946892030020, NULL);
INSERT INTO outbox VALUES (201, 'm:13:12', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946892035000, 0, NULL, 'done', 112, 1000015, 946892035010, NULL);
INSERT INTO outbox VALUES (202, 'e:13:9', 13, 'idempotent', 'edit', 1000015, '', 'm:13:11', 5, NULL, 946892035000, 0, NULL, 'done', 111, 1000015, 946892035020, NULL);
INSERT INTO outbox VALUES (203, 'm:13:13', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946892040000, 0, NULL, 'done', 113, 1000015, 946892040010, NULL);
INSERT INTO outbox VALUES (204, 'e:13:10', 13, 'idempotent', 'edit', 1000015, '', 'm:13:12', 5, NULL, 946892040000, 0, NULL, 'done', 112, 1000015, 946892040020, NULL);
INSERT INTO outbox VALUES (205, 'm:13:14', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946892045000, 0, NULL, 'done', 114, 1000015, 946892045010, NULL);
INSERT INTO outbox VALUES (206, 'e:13:11', 13, 'idempotent', 'edit', 1000015, '', 'm:13:13', 5, NULL, 946892045000, 0, NULL, 'done', 113, 1000015, 946892045020, NULL);
INSERT INTO outbox VALUES (207, 'm:13:15', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946892050000, 0, NULL, 'done', 115, 1000015, 946892050010, NULL);
INSERT INTO outbox VALUES (208, 'e:13:12', 13, 'idempotent', 'edit', 1000015, '', 'm:13:14', 5, NULL, 946892050000, 0, NULL, 'done', 114, 1000015, 946892050020, NULL);
INSERT INTO outbox VALUES (209, 'm:13:16', 13, 'reply', 'send', 1000015, '', '', 1, NULL, 946892055000, 0, NULL, 'done', 116, 1000015, 946892055010, NULL);
INSERT INTO outbox VALUES (210, 'e:13:13', 13, 'idempotent', 'edit', 1000015, '', 'm:13:15', 5, NULL, 946892055000, 0, NULL, 'done', 115, 1000015, 946892055020, NULL);
INSERT INTO outbox VALUES (211, 'm:14:1', 14, 'reply', 'send', 1000016, '', '', 1, NULL, 946892125000, 0, NULL, 'done', 118, 1000016, 946892125010, NULL);
INSERT INTO outbox VALUES (212, 'm:14:2', 14, 'reply', 'send', 1000016, '', '', 1, NULL, 946892125000, 0, NULL, 'done', 119, 1000016, 946892125020, NULL);
INSERT INTO outbox VALUES (213, 'm:14:3', 14, 'reply', 'send', 1000016, '', '', 1, NULL, 946892130000, 0, NULL, 'done', 120, 1000016, 946892130010, NULL);
INSERT INTO outbox VALUES (214, 'e:14:1', 14, 'idempotent', 'edit', 1000016, '', 'm:14:2', 5, NULL, 946892130000, 0, NULL, 'done', 119, 1000016, 946892130020, NULL);
INSERT INTO outbox VALUES (215, 'm:14:4', 14, 'reply', 'send', 1000016, '', '', 1, NULL, 946892135000, 0, NULL, 'done', 122, 1000016, 946892135010, NULL);
INSERT INTO outbox VALUES (216, 'e:14:2', 14, 'idempotent', 'edit', 1000016, '', 'm:14:3', 5, NULL, 946892135000, 0, NULL, 'done', 120, 1000016, 946892135043, NULL);
INSERT INTO outbox VALUES (217, 'topic:14', 14, 'critical', 'topic', 0, '', '', 0, NULL, 946892135000, 0, NULL, 'done', 45, -1001000000004, 946892135010, NULL);
INSERT INTO outbox VALUES (218, 'card:14:1', 14, 'critical', 'send', 0, 'topic:14', '', 0, NULL, 946892135000, 0, NULL, 'done', 46, -1001000000004, 946892135020, NULL);
INSERT INTO outbox VALUES (219, 'card:14:1:1', 14, 'idempotent', 'edit', 0, 'topic:14', 'card:14:1', 2, NULL, 946892205000, 0, NULL, 'done', 46, -1001000000004, 946892205020, NULL);
INSERT INTO outbox VALUES (220, 'title:14:1', 14, 'idempotent', 'title', 0, '', 'topic:14', 5, NULL, 946892205000, 0, NULL, 'done', NULL, -1001000000004, 946892205030, NULL);
INSERT INTO outbox VALUES (221, 'list:heads:0:221', NULL, 'critical', 'send', 0, '', '', 2, NULL, 946893035000, 0, NULL, 'done', 48, -1001000000004, 946893035010, NULL);
INSERT INTO outbox VALUES (222, 'list:heads:1000003:221', NULL, 'critical', 'send', 1000003, '', '', 2, NULL, 946893035000, 0, NULL, 'dead', NULL, NULL, 946893035010, NULL);
INSERT INTO outbox VALUES (223, 'list:owners:1000001:223', NULL, 'critical', 'send', 1000001, '', '', 2, NULL, 946893935000, 0, NULL, 'done', 123, 1000001, 946893935010, NULL);
INSERT INTO outbox VALUES (224, 'news:14:1:2', 14, 'reply', 'send', 0, 'topic:14', 'card:14:1', 2, NULL, 946894005000, 0, NULL, 'done', 49, -1001000000004, 946894005010, NULL);
INSERT INTO outbox VALUES (225, 'news:14:1:3', 14, 'reply', 'send', 0, 'topic:14', 'card:14:1', 2, NULL, 946894905000, 0, NULL, 'done', 50, -1001000000004, 946894905010, NULL);
INSERT INTO outbox VALUES (226, 'card:14:1:4', 14, 'idempotent', 'edit', 0, 'topic:14', 'card:14:1', 2, NULL, 946894905000, 0, NULL, 'done', 46, -1001000000004, 946894905020, NULL);
INSERT INTO outbox VALUES (227, 'returned:14:1:5', 14, 'once', 'send', 1000016, '', '', 3, NULL, 946894905000, 0, 946922400000, 'done', 124, 1000016, 946894905010, NULL);
INSERT INTO outbox VALUES (228, 'e:14:3', 14, 'idempotent', 'edit', 1000016, '', 'm:14:4', 5, NULL, 946894905000, 0, NULL, 'done', 122, 1000016, 946894905043, NULL);
INSERT INTO outbox VALUES (229, 'title:14:2', 14, 'idempotent', 'title', 0, '', 'topic:14', 5, NULL, 946894905000, 0, NULL, 'done', NULL, -1001000000004, 946894905076, NULL);
INSERT INTO outbox VALUES (230, 'remind:13:1:17', 13, 'once', 'send', 1000015, '', '', 3, NULL, 946895655000, 0, 946922400000, 'done', 125, 1000015, 946895655010, NULL);
INSERT INTO outbox VALUES (231, 'e:13:14', 13, 'idempotent', 'edit', 1000015, '', 'm:13:16', 5, NULL, 946895655000, 0, NULL, 'done', 116, 1000015, 946895655020, NULL);
INSERT INTO outbox VALUES (232, 'card:14:1:5', 14, 'idempotent', 'edit', 0, 'topic:14', 'card:14:1', 5, NULL, 946895805000, 0, NULL, 'done', 46, -1001000000004, 946895805010, NULL);
INSERT INTO outbox VALUES (233, 'excuse:14:1', 14, 'once', 'send', 1000016, '', '', 3, NULL, 946895805000, 0, 946922400000, 'done', 126, 1000016, 946895805010, NULL);
INSERT INTO outbox VALUES (234, 'm:14:6', 14, 'reply', 'send', 1000016, '', '', 1, NULL, 946897205000, 0, NULL, 'done', 127, 1000016, 946897205010, NULL);
INSERT INTO outbox VALUES (235, 'e:14:4', 14, 'idempotent', 'edit', 1000016, '', 'excuse:14:1', 5, NULL, 946897205000, 0, NULL, 'done', 126, 1000016, 946897205043, NULL);
INSERT INTO outbox VALUES (236, 'news:14:1:6', 14, 'critical', 'send', 0, 'topic:14', 'card:14:1', 0, NULL, 946897205000, 0, NULL, 'done', 52, -1001000000004, 946897205010, NULL);
INSERT INTO outbox VALUES (237, 'card:14:1:7', 14, 'idempotent', 'edit', 0, 'topic:14', 'card:14:1', 5, NULL, 946897205000, 0, NULL, 'done', 46, -1001000000004, 946897205020, NULL);
INSERT INTO outbox VALUES (238, 'tell:-1001000000004:700000112', NULL, 'reply', 'send', 0, '', '', 1, NULL, 946897275000, 0, NULL, 'done', 55, -1001000000004, 946897275010, NULL);
INSERT INTO outbox VALUES (239, 'm:15:1', 15, 'reply', 'send', 1000018, '', '', 1, NULL, 946900685000, 0, NULL, 'done', 129, 1000018, 946900685010, NULL);
INSERT INTO outbox VALUES (240, 'm:15:2', 15, 'reply', 'send', 1000018, '', '', 1, NULL, 946900685000, 0, NULL, 'done', 130, 1000018, 946900685020, NULL);
INSERT INTO outbox VALUES (241, 'm:15:3', 15, 'reply', 'send', 1000018, '', '', 1, NULL, 946900690000, 0, NULL, 'done', 131, 1000018, 946900690010, NULL);
INSERT INTO outbox VALUES (242, 'e:15:1', 15, 'idempotent', 'edit', 1000018, '', 'm:15:2', 5, NULL, 946900690000, 0, NULL, 'done', 130, 1000018, 946900690020, NULL);
INSERT INTO outbox VALUES (243, 'm:15:4', 15, 'reply', 'send', 1000018, '', '', 1, NULL, 946900695000, 0, NULL, 'done', 132, 1000018, 946900695010, NULL);
INSERT INTO outbox VALUES (244, 'e:15:2', 15, 'idempotent', 'edit', 1000018, '', 'm:15:3', 5, NULL, 946900695000, 0, NULL, 'done', 131, 1000018, 946900695020, NULL);
INSERT INTO outbox VALUES (245, 'm:15:5', 15, 'reply', 'send', 1000018, '', '', 1, NULL, 946900700000, 0, NULL, 'done', 134, 1000018, 946900700010, NULL);
INSERT INTO outbox VALUES (246, 'e:15:3', 15, 'idempotent', 'edit', 1000018, '', 'm:15:4', 5, NULL, 946900700000, 0, NULL, 'done', 132, 1000018, 946900700020, NULL);
INSERT INTO outbox VALUES (247, 'm:16:1', 16, 'reply', 'send', 1000019, '', '', 1, NULL, 946900745000, 0, NULL, 'done', 136, 1000019, 946900745010, NULL);
INSERT INTO outbox VALUES (248, 'm:16:2', 16, 'reply', 'send', 1000019, '', '', 1, NULL, 946900745000, 0, NULL, 'done', 137, 1000019, 946900745020, NULL);
INSERT INTO outbox VALUES (249, 'm:16:3', 16, 'reply', 'send', 1000019, '', '', 1, NULL, 946900750000, 0, NULL, 'done', 138, 1000019, 946900750010, NULL);
INSERT INTO outbox VALUES (250, 'e:16:1', 16, 'idempotent', 'edit', 1000019, '', 'm:16:2', 5, NULL, 946900750000, 0, NULL, 'done', 137, 1000019, 946900750020, NULL);
INSERT INTO outbox VALUES (251, 'm:16:4', 16, 'reply', 'send', 1000019, '', '', 1, CAST('{"t":[{"t":"Здесь программа-помощник: несколько вопросов, потом совет или предложение.\n\n/status — на каком вы вопросе.\n/back — назад.\n/edit — изменить ответ.\n/human — позвать человека.\n/mydata — ваши данные.\n/stop — больше не писать.\n/forget — удалить данные."}]}' AS BLOB), 946900765000, 0, NULL, 'flying', NULL, NULL, NULL, NULL);
INSERT INTO outbox VALUES (252, 'news:6:1:6', 6, 'reply', 'send', 0, 'topic:6', 'card:6:1', 2, NULL, 946902190000, 0, NULL, 'done', 56, -1001000000004, 946902190010, NULL);
INSERT INTO outbox VALUES (253, 'm:17:1', 17, 'reply', 'send', 1000020, '', '', 1, NULL, 946902245000, 0, NULL, 'done', 141, 1000020, 946902245010, NULL);
INSERT INTO outbox VALUES (254, 'm:17:2', 17, 'reply', 'send', 1000020, '', '', 1, NULL, 946902245000, 0, NULL, 'done', 142, 1000020, 946902245020, NULL);
INSERT INTO outbox VALUES (255, 'm:17:3', 17, 'reply', 'send', 1000020, '', '', 1, NULL, 946902250000, 0, NULL, 'done', 143, 1000020, 946902250010, NULL);
INSERT INTO outbox VALUES (256, 'e:17:1', 17, 'idempotent', 'edit', 1000020, '', 'm:17:2', 5, NULL, 946902250000, 0, NULL, 'done', 142, 1000020, 946902250020, NULL);
INSERT INTO outbox VALUES (257, 'm:17:4', 17, 'reply', 'send', 1000020, '', '', 1, NULL, 946902255000, 0, NULL, 'done', 145, 1000020, 946902255010, NULL);
INSERT INTO outbox VALUES (258, 'e:17:2', 17, 'idempotent', 'edit', 1000020, '', 'm:17:3', 5, NULL, 946902255000, 0, NULL, 'done', 143, 1000020, 946902255020, NULL);
INSERT INTO outbox VALUES (259, 'topic:17', 17, 'critical', 'topic', 0, '', '', 0, NULL, 946902255000, 0, NULL, 'done', 57, -1001000000004, 946902255010, NULL);
INSERT INTO outbox VALUES (260, 'card:17:1', 17, 'critical', 'send', 0, 'topic:17', '', 0, NULL, 946902255000, 0, NULL, 'done', 58, -1001000000004, 946902255043, NULL);
INSERT INTO outbox VALUES (261, 'card:17:1:1', 17, 'idempotent', 'edit', 0, 'topic:17', 'card:17:1', 2, NULL, 946902325000, 0, NULL, 'done', 58, -1001000000004, 946902325020, NULL);
INSERT INTO outbox VALUES (262, 'title:17:1', 17, 'idempotent', 'title', 0, '', 'topic:17', 5, NULL, 946902325000, 0, NULL, 'done', NULL, -1001000000004, 946902325030, NULL);
INSERT INTO outbox VALUES (263, 'list:heads:0:263', NULL, 'critical', 'send', 0, '', '', 2, NULL, 946903155000, 0, NULL, 'done', 60, -1001000000004, 946903155010, NULL);
INSERT INTO outbox VALUES (264, 'list:heads:1000003:263', NULL, 'critical', 'send', 1000003, '', '', 2, NULL, 946903155000, 0, NULL, 'dead', NULL, NULL, 946903155010, NULL);
INSERT INTO outbox VALUES (265, 'm:18:1', 18, 'reply', 'send', 1000021, '', '', 1, NULL, 946903685000, 0, NULL, 'done', 147, 1000021, 946903685010, NULL);
INSERT INTO outbox VALUES (266, 'm:18:2', 18, 'reply', 'send', 1000021, '', '', 1, NULL, 946903685000, 0, NULL, 'done', 148, 1000021, 946903685020, NULL);
INSERT INTO outbox VALUES (267, 'm:18:3', 18, 'reply', 'send', 1000021, '', '', 1, NULL, 946903690000, 0, NULL, 'done', 149, 1000021, 946903690010, NULL);
INSERT INTO outbox VALUES (268, 'e:18:1', 18, 'idempotent', 'edit', 1000021, '', 'm:18:2', 5, NULL, 946903690000, 0, NULL, 'done', 148, 1000021, 946903690020, NULL);
INSERT INTO outbox VALUES (269, 'm:18:4', 18, 'reply', 'send', 1000021, '', '', 1, NULL, 946903695000, 0, NULL, 'done', 151, 1000021, 946903695010, NULL);
INSERT INTO outbox VALUES (270, 'e:18:2', 18, 'idempotent', 'edit', 1000021, '', 'm:18:3', 5, NULL, 946903695000, 0, NULL, 'done', 149, 1000021, 946903695043, NULL);
INSERT INTO outbox VALUES (271, 'topic:18', 18, 'critical', 'topic', 0, '', '', 0, NULL, 946903695000, 0, NULL, 'done', 61, -1001000000004, 946903695010, NULL);
INSERT INTO outbox VALUES (272, 'card:18:1', 18, 'critical', 'send', 0, 'topic:18', '', 0, NULL, 946903695000, 0, NULL, 'done', 62, -1001000000004, 946903695020, NULL);
INSERT INTO outbox VALUES (273, 'm:19:1', 19, 'reply', 'send', 1000022, '', '', 1, NULL, 946903765000, 0, NULL, 'done', 153, 1000022, 946903765010, NULL);
INSERT INTO outbox VALUES (274, 'm:19:2', 19, 'reply', 'send', 1000022, '', '', 1, NULL, 946903765000, 0, NULL, 'done', 154, 1000022, 946903765020, NULL);
INSERT INTO outbox VALUES (275, 'm:19:3', 19, 'reply', 'send', 1000022, '', '', 1, NULL, 946903770000, 0, NULL, 'done', 155, 1000022, 946903770010, NULL);
INSERT INTO outbox VALUES (276, 'e:19:1', 19, 'idempotent', 'edit', 1000022, '', 'm:19:2', 5, NULL, 946903770000, 0, NULL, 'done', 154, 1000022, 946903770020, NULL);
INSERT INTO outbox VALUES (277, 'list:target:0:277', NULL, 'critical', 'send', 0, '', '', 2, NULL, 946903995000, 0, NULL, 'done', 63, -1001000000004, 946903995010, NULL);
INSERT INTO outbox VALUES (278, 'list:owners:1000001:278', NULL, 'critical', 'send', 1000001, '', '', 2, NULL, 946904055000, 0, NULL, 'done', 156, 1000001, 946904055010, NULL);
INSERT INTO outbox VALUES (279, 'news:17:1:2', 17, 'reply', 'send', 0, 'topic:17', 'card:17:1', 2, NULL, 946904125000, 0, NULL, 'done', 64, -1001000000004, 946904125010, NULL);
INSERT INTO outbox VALUES (280, 'out:1:-1001000000004:65', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946904165000, 0, NULL, 'done', 157, 1000004, 946904165010, 65);
INSERT INTO outbox VALUES (281, 'mark:out:1:-1001000000004:65:👍', 1, 'idempotent', 'react', 0, '', '', 2, NULL, 946904165010, 0, NULL, 'done', NULL, -1001000000004, 946904165020, NULL);
INSERT INTO outbox VALUES (282, 'in:1:158', 1, 'reply', 'send', 0, 'topic:1', 'card:1:1', 2, CAST('{"t":[{"t":"Анна","f":true},{"t":" пишет:"},{"t":" "},{"t":"А когда начнём?","f":true}]}' AS BLOB), 946904260000, 0, NULL, 'flying', NULL, NULL, NULL, 158);
INSERT INTO outbox VALUES (283, 'out:1:-1001000000004:66', 1, 'reply', 'send', 1000004, '', '', 1, CAST('{"t":[{"t":"Начнём со среды."}]}' AS BLOB), 946904265000, 0, NULL, 'flying', NULL, NULL, NULL, 66);
INSERT INTO outbox VALUES (284, 'del:out:1:-1001000000004:65', 1, 'idempotent', 'delete', 1000004, '', 'out:1:-1001000000004:65', 1, CAST('{}' AS BLOB), 946904270000, 0, NULL, 'flying', NULL, NULL, NULL, 67);
INSERT INTO outbox VALUES (285, 'm:19:4', 19, 'reply', 'send', 1000022, '', '', 1, CAST('{"t":[{"t":"Зову человека, коллега напишет вам "},{"t":"в течение 15 минут"},{"t":"."},{"t":"\n\n"},{"t":"А пока можно спокойно продолжить."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"b":[[{"t":"1. Одна тема","d":"a:niche:has:4"}],[{"t":"2. Несколько тем","d":"a:niche:several:4"}],[{"t":"3. Сомневаюсь в выборе","d":"a:niche:doubts:4"}],[{"t":"4. Пока ни одной","d":"a:niche:none:4"}],[{"t":"Человек","d":"human:4"}]]}' AS BLOB), 946904275000, 0, NULL, 'flying', NULL, NULL, NULL, NULL);
INSERT INTO outbox VALUES (286, 'e:19:2', 19, 'idempotent', 'edit', 1000022, '', 'm:19:3', 5, CAST('{"t":[{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}]}' AS BLOB), 946904275000, 0, NULL, 'flying', NULL, NULL, NULL, NULL);
INSERT INTO outbox VALUES (287, 'topic:19', 19, 'critical', 'topic', 0, '', '', 0, CAST('{"t":[{"t":"Нина","f":true},{"t":" · "},{"t":"Без оценки"},{"t":" · "},{"t":"свободна"}]}' AS BLOB), 946904275000, 0, NULL, 'flying', NULL, NULL, NULL, NULL);
INSERT INTO outbox VALUES (288, 'card:19:1', 19, 'critical', 'send', 0, 'topic:19', '', 0, CAST('{"t":[{"t":"Просит человека","b":true},{"t":"\n"},{"t":"Без оценки"},{"t":" · "},{"t":"этап неизвестен"},{"t":" · "},{"t":"0"},{"t":" из 100"},{"t":" · "},{"t":"срочно"},{"t":"\n"},{"t":"Нина","f":true,"p":1000022},{"t":"\n"},{"t":"Обещано: ","b":true},{"t":""},{"t":"ответ до "},{"t":"03.01 16:12"},{"t":"\n"},{"t":"Дальше: ","b":true},{"t":""},{"t":"Написать сейчас: просит человека. Начать с его вопроса."},{"t":" "},{"t":"До "},{"t":"03.01 16:12"},{"t":"."},{"t":"\n"},{"t":"Черновик ответа: ","b":true},{"t":""},{"t":"Здравствуйте, "},{"t":"Нина","f":true},{"t":"! Это "},{"t":"агентство продвижения коучей"},{"t":", пишу по вашей заявке. Когда удобно обсудить детали?"}],"b":[[{"t":"Взять","d":"m:19:claim"}],[{"t":"Не наш","d":"m:19:reject"},{"t":"Переписка","d":"m:19:transcript"},{"t":"Ещё","d":"m:19:more"}]]}' AS BLOB), 946904275000, 0, NULL, 'flying', NULL, NULL, NULL, NULL);
INSERT INTO outbox VALUES (289, 'in:5:160', 5, 'reply', 'copy', 0, 'topic:5', 'card:5:1', 2, CAST('{"c":{"c":1000008,"m":[160]}}' AS BLOB), 946904280000, 0, NULL, 'flying', NULL, NULL, NULL, 160);
INSERT INTO outbox VALUES (290, 'card:6:1:7', 6, 'idempotent', 'edit', 0, 'topic:6', 'card:6:1', 2, CAST('{"t":[{"t":"Просит человека","b":true},{"t":"\n"},{"t":"Без оценки"},{"t":" · "},{"t":"этап неизвестен"},{"t":" · "},{"t":"0"},{"t":" из 100"},{"t":" · "},{"t":"срочно"},{"t":" · "},{"t":"уже покупал"},{"t":"\n"},{"t":"Кира","f":true,"p":1000009},{"t":"\n"},{"t":"Взял(а) "},{"t":"Ольга","f":true},{"t":", "},{"t":"12:23"},{"t":" · "},{"t":"на связи с "},{"t":"12:23"},{"t":"\n"},{"t":"Покупки: ","b":true},{"t":""},{"t":"1"},{"t":"\n"},{"t":"Продажа","b":true},{"t":" · "},{"t":"Ольга","f":true},{"t":" · "},{"t":"03.01 15:58"}],"b":[[{"t":"Вернуть в работу","d":"m:6:reopen"}]]}' AS BLOB), 946904285000, 0, NULL, 'flying', NULL, NULL, NULL, NULL);
INSERT INTO outbox VALUES (291, 'ask:6:amount:1:8', 6, 'reply', 'send', 0, 'topic:6', 'card:6:1', 2, CAST('{"t":[{"t":"Сумма продажи? Нажмите или ответьте на это сообщение, например: 35 000."}],"b":[[{"t":"20 000 ₽","d":"m:6:amount:20000"},{"t":"50 000 ₽","d":"m:6:amount:50000"},{"t":"100 000 ₽","d":"m:6:amount:100000"}]]}' AS BLOB), 946904285000, 0, NULL, 'flying', NULL, NULL, NULL, NULL);
INSERT INTO outbox VALUES (292, 'title:6:2', 6, 'idempotent', 'title', 0, '', 'topic:6', 5, CAST('{"t":[{"t":"Кира","f":true},{"t":" · "},{"t":"Без оценки"},{"t":" · "},{"t":"закрыта"}]}' AS BLOB), 946904285000, 0, NULL, 'flying', NULL, NULL, NULL, NULL);
INSERT INTO outbox VALUES (293, 'remind:15:1:6', 15, 'once', 'send', 1000018, '', '', 3, CAST('{"t":[{"t":"Павел","f":true},{"t":", ваши ответы сохранены. Продолжить можно с этого же места."},{"t":"\n\n"},{"t":"Что сейчас с вашим продуктом — курсом, программой или сессиями?"},{"t":"\n\n"},{"t":"3"},{"t":" из "},{"t":"18"}],"b":[[{"t":"1. Готов и продаётся","d":"a:product:in_place:6"}],[{"t":"2. Готов, но продаж мало","d":"a:product:few_sales:6"}],[{"t":"3. Не знаю, какой продвигать","d":"a:product:not_chosen:6"}],[{"t":"4. Продвигать сразу несколько","d":"a:product:multi:6"}],[{"t":"5. Ещё не готов","d":"a:product:not_written:6"}],[{"t":"Назад","d":"back:6"},{"t":"Человек","d":"human:6"}]]}' AS BLOB), 946904300000, 1, 946922400000, 'flying', NULL, NULL, NULL, NULL);
INSERT INTO outbox VALUES (294, 'e:15:4', 15, 'idempotent', 'edit', 1000018, '', 'm:15:5', 5, CAST('{"t":[{"t":"Что сейчас с вашим продуктом — курсом, программой или сессиями?"},{"t":"\n\n"},{"t":"3"},{"t":" из "},{"t":"18"}]}' AS BLOB), 946904300000, 0, NULL, 'flying', NULL, NULL, NULL, NULL);
INSERT INTO outbox VALUES (295, 'remind:16:1:5', 16, 'once', 'send', 1000019, '', '', 3, CAST('{"t":[{"t":"Рома","f":true},{"t":", ваши ответы сохранены. Продолжить можно с этого же места."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"b":[[{"t":"1. Одна тема","d":"a:niche:has:5"}],[{"t":"2. Несколько тем","d":"a:niche:several:5"}],[{"t":"3. Сомневаюсь в выборе","d":"a:niche:doubts:5"}],[{"t":"4. Пока ни одной","d":"a:niche:none:5"}],[{"t":"Человек","d":"human:5"}]]}' AS BLOB), 946904365000, 0, 946922400000, 'waiting', NULL, NULL, NULL, NULL);
INSERT INTO outbox VALUES (296, 'e:16:2', 16, 'idempotent', 'edit', 1000019, '', 'm:16:3', 5, CAST('{"t":[{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}]}' AS BLOB), 946904365000, 0, NULL, 'flying', NULL, NULL, NULL, NULL);

INSERT INTO notes VALUES ('alive', '2000-01-03T12:59:00Z');
INSERT INTO notes VALUES ('away:1000017', '2000-01-03T11:01:15Z');
INSERT INTO notes VALUES ('digest', '2000-01-03T09:00:00Z');
INSERT INTO notes VALUES ('list:heads', '2000-01-03T12:39:15Z');
INSERT INTO notes VALUES ('list:owners', '2000-01-03T12:54:15Z');
INSERT INTO notes VALUES ('list:target', '2000-01-03T12:53:15Z');
INSERT INTO notes VALUES ('manager:1000002', 'Ольга');
INSERT INTO notes VALUES ('manager:1000003', 'Иван');
INSERT INTO notes VALUES ('manager:1000017', 'Зоя');

INSERT INTO dead_letters VALUES (1, 946891985000, 700000089, 1, CAST('{"message":{"message_id":1e99,"chat":{"id":1}},"update_id":700000089}' AS BLOB), 'the update could not be read');
COMMIT;
