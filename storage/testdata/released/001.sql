-- A database of schema 1 as a bot leaves it in the middle of its work: every
-- phase of a lead, and messages of every class on their way.

PRAGMA user_version = 1;
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
) STRICT;
CREATE TABLE answers (
    lead_id  INTEGER NOT NULL REFERENCES leads (id),
    question TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    value    TEXT    NOT NULL,
    raw      TEXT    NOT NULL,
    via      TEXT    NOT NULL,
    PRIMARY KEY (lead_id, question, at)
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
    id       INTEGER PRIMARY KEY,
    lead_id  INTEGER REFERENCES leads (id),
    kind     TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    question TEXT    NOT NULL,
    text     TEXT    NOT NULL
) STRICT;
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
) STRICT;
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
CREATE INDEX leads_due ON leads (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX leads_waiting ON leads (id) WHERE stage = 'handed_off';
CREATE INDEX leads_shadow ON leads (id) WHERE shadow = 1;
CREATE INDEX leads_test ON leads (id) WHERE test = 1;
CREATE INDEX leads_created ON leads (created_at);
CREATE INDEX leads_completed ON leads (completed_at) WHERE completed_at IS NOT NULL;
CREATE INDEX answers_at ON answers (at);
CREATE INDEX events_kind ON events (kind, at, question, lead_id);
CREATE INDEX events_text ON events (lead_id) WHERE text <> '';
CREATE INDEX updates_at ON updates (at);
CREATE INDEX outbox_undone ON outbox (id) WHERE done_at IS NULL;

INSERT INTO leads VALUES (1, 1000004, 22, 'done', 'manager', 'claimed', 'ig_ads', 0, 1, 946890000000, 946890105000, 946890090000, NULL, '{"id":1,"chat_id":1000004,"profile":{"user_id":1000004,"name":"Анна","language":"ru","first_source":"ig_ads","last_source":"ig_ads"},"phase":"done","owner":"manager","stage":"claimed","answers":{"budget":{"value":"gte100k","raw":"От 100 000 ₽","via":"button","at":"2000-01-03T09:01:05Z"},"call":{"value":"no","raw":"Лучше переписка","via":"button","at":"2000-01-03T09:01:15Z"},"decides":{"value":"self","raw":"Только я","via":"button","at":"2000-01-03T09:01:10Z"},"delivery":{"value":"live","raw":"Вживую","via":"button","at":"2000-01-03T09:00:45Z"},"experience":{"value":"seeking","raw":"Ищу, кому поручить","via":"button","at":"2000-01-03T09:01:00Z"},"horizon":{"value":"long","raw":"Сразу надолго","via":"button","at":"2000-01-03T09:01:20Z"},"landing":{"value":"yes","raw":"Есть","via":"button","at":"2000-01-03T09:00:25Z"},"niche":{"value":"has","raw":"Одна тема","via":"button","at":"2000-01-03T09:00:10Z"},"niche_text":{"value":"Йога","raw":"Йога","via":"text","at":"2000-01-03T09:00:15Z"},"participation":{"value":"group","raw":"Группа","via":"button","at":"2000-01-03T09:00:35Z"},"place":{"value":"online","raw":"Онлайн","via":"button","at":"2000-01-03T09:00:40Z"},"price":{"value":"20k_80k","raw":"20 000–80 000 ₽","via":"button","at":"2000-01-03T09:00:50Z"},"priority":{"value":"Чтобы группы были полными","raw":"Чтобы группы были полными","via":"text","at":"2000-01-03T09:01:25Z"},"product":{"value":"in_place","raw":"Готов и продаётся","via":"button","at":"2000-01-03T09:00:20Z"},"sales":{"value":"gt20","raw":"Больше 20","via":"button","at":"2000-01-03T09:00:30Z"},"start":{"value":"now","raw":"Прямо сейчас","via":"button","at":"2000-01-03T09:00:55Z"}},"trail":["niche","niche_text","product","landing","sales","participation","place","delivery","price","start","experience","budget","decides","call","horizon","priority"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":4,"at":"2000-01-03T09:00:05Z"}],"open":{"key":"m:1:19","turn":19,"text":[{"t":"Можно иногда присылать вам короткие полезные заметки? Не чаще двух в неделю, отказаться можно в любой день."}],"edit":true},"says":19,"redrawn":18,"heard":"2000-01-03T09:01:45Z","shadow":true,"cards":1,"handoff":{"lane":"hot","at":"2000-01-03T09:01:30Z","due":"2000-01-03T09:01:30Z","posted":true,"confirmed":true,"number":1,"posts":3},"claim":{"id":1000002,"name":"Ольга","claimed_at":"2000-01-03T09:01:35Z","first_message_at":"2000-01-03T09:01:40Z"},"created":"2000-01-03T09:00:00Z","updated":"2000-01-03T09:01:45Z","completed":"2000-01-03T09:01:30Z"}');
INSERT INTO leads VALUES (2, 1000006, 6, 'asking', 'bot', 'qualifying', 'vk', 0, 0, 946890110000, 946900828000, NULL, 946904428000, '{"id":2,"chat_id":1000006,"profile":{"user_id":1000006,"name":"Рита","language":"ru","first_source":"vk","last_source":"vk"},"phase":"asking","owner":"bot","stage":"qualifying","answers":{"niche":{"value":"doubts","raw":"Сомневаюсь в выборе","via":"button","at":"2000-01-03T09:02:00Z"},"product":{"value":"in_place","raw":"1","via":"text","at":"2000-01-03T12:00:28Z"}},"trail":["niche","product"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":27,"at":"2000-01-03T09:01:55Z"}],"asked":"landing","open":{"key":"m:2:8","turn":8,"text":[{"t":"Есть ли у программы лендинг — отдельная страница с описанием и оплатой?"},{"t":"\n\n"},{"t":"3"},{"t":" из "},{"t":"17"}],"edit":true},"says":8,"redrawn":5,"heard":"2000-01-03T12:00:28Z","nudged":"2000-01-03T10:02:05Z","homework":[{"question":"niche","due":"2000-01-04T09:02:05Z"}],"created":"2000-01-03T09:01:50Z","updated":"2000-01-03T12:00:28Z","due":"2000-01-03T16:00:28+03:00"}');
INSERT INTO leads VALUES (3, 1000007, 2, 'declined', 'bot', 'new', '', 0, 0, 946890130000, 946890135000, NULL, NULL, '{"id":3,"chat_id":1000007,"profile":{},"phase":"declined","owner":"bot","stage":"new","consents":[{"purpose":"processing","given":false,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":34,"at":"2000-01-03T09:02:15Z"}],"says":3,"redrawn":1,"heard":"2000-01-03T09:02:15Z","created":"2000-01-03T09:02:10Z","updated":"2000-01-03T09:02:15Z"}');
INSERT INTO leads VALUES (4, 1000008, 6, 'consent', 'bot', 'qualifying', '', 0, 0, 946890140000, 946890165000, NULL, NULL, '{"id":4,"chat_id":1000008,"profile":{},"phase":"consent","owner":"bot","stage":"qualifying","consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":38,"at":"2000-01-03T09:02:25Z","withdrawn":"2000-01-03T09:02:40Z"}],"open":{"key":"m:4:8","turn":8,"text":[{"t":"Чтобы подобрать предложение и связаться с вами, нужны имя, контакты и ответы. Хранит их "},{"t":"агентство продвижения коучей"},{"t":"; /stop остановит сообщения, /forget удалит данные. Вы согласны на их обработку?"}],"edit":true},"says":8,"redrawn":4,"heard":"2000-01-03T09:02:45Z","created":"2000-01-03T09:02:20Z","updated":"2000-01-03T09:02:45Z"}');
INSERT INTO leads VALUES (5, 1000009, 3, 'asking', 'bot', 'qualifying', '', 0, 0, 946890170000, 946890180000, NULL, NULL, '{"id":5,"chat_id":1000009,"profile":{"user_id":1000009,"name":"Лена","language":"ru"},"phase":"asking","owner":"bot","stage":"qualifying","consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":50,"at":"2000-01-03T09:02:55Z"}],"asked":"niche","open":{"key":"m:5:3","turn":3,"text":[{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true},"says":3,"redrawn":1,"heard":"2000-01-03T09:02:55Z","blocked":true,"created":"2000-01-03T09:02:50Z","updated":"2000-01-03T09:03:00Z"}');
INSERT INTO leads VALUES (6, 1000010, 16, 'done', 'queue', 'handed_off', '', 0, 0, 946890185000, 946900822000, 946890255000, 947149410000, '{"id":6,"chat_id":1000010,"profile":{"user_id":1000010,"name":"Ива","language":"ru"},"phase":"done","owner":"queue","stage":"handed_off","answers":{"budget":{"value":"none","raw":"Пока нисколько","via":"button","at":"2000-01-03T09:04:00Z"},"call":{"value":"no","raw":"Лучше переписка","via":"button","at":"2000-01-03T09:04:10Z"},"consulting":{"value":"no","raw":"Пока подумаю","via":"button","at":"2000-01-03T09:03:30Z"},"decides":{"value":"self","raw":"Только я","via":"button","at":"2000-01-03T09:04:05Z"},"delivery":{"value":"recorded","raw":"В записи","via":"button","at":"2000-01-03T09:03:45Z"},"experience":{"value":"self_made","raw":"Всё веду самостоятельно","via":"button","at":"2000-01-03T09:03:55Z"},"format_a":{"value":"group_online","raw":"Группа онлайн","via":"button","at":"2000-01-03T09:03:40Z"},"niche":{"value":"none","raw":"Пока ни одной","via":"button","at":"2000-01-03T09:03:15Z"},"participation":{"value":"group","raw":"Группа онлайн","via":"button","at":"2000-01-03T09:03:40Z"},"place":{"value":"online","raw":"Группа онлайн","via":"button","at":"2000-01-03T09:03:40Z"},"product":{"value":"not_written","raw":"Ещё не готов","via":"button","at":"2000-01-03T09:03:25Z"},"start":{"value":"someday","raw":"Позже, срока пока нет","via":"button","at":"2000-01-03T09:03:50Z"}},"flags":["asked_human"],"trail":["niche","product","consulting","format_a","participation","place","delivery","start","experience","budget","decides","call"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":54,"at":"2000-01-03T09:03:10Z"}],"open":{"key":"m:6:17","turn":17,"text":[{"t":"Можно иногда присылать вам короткие полезные заметки? Не чаще двух в неделю, отказаться можно в любой день."}],"edit":true},"says":18,"redrawn":14,"heard":"2000-01-03T12:00:22Z","homework":[{"question":"consulting","due":"2000-01-06T09:03:30Z"}],"cards":1,"handoff":{"lane":"human","at":"2000-01-03T12:00:22Z","due":"2000-01-03T12:00:22Z","posted":true,"confirmed":true,"number":1},"created":"2000-01-03T09:03:05Z","updated":"2000-01-03T12:00:22Z","completed":"2000-01-03T09:04:15Z","due":"2000-01-06T12:03:30+03:00"}');
INSERT INTO leads VALUES (7, 1000001, 1, 'consent', 'bot', 'new', '', 1, 0, 946890260000, 946890260000, NULL, NULL, '{"id":7,"chat_id":1000001,"profile":{},"test":true,"phase":"consent","owner":"bot","stage":"new","open":{"key":"m:7:2","turn":2,"text":[{"t":"Чтобы подобрать предложение и связаться с вами, нужны имя, контакты и ответы. Хранит их "},{"t":"агентство продвижения коучей"},{"t":"; /stop остановит сообщения, /forget удалит данные. Вы согласны на их обработку?"}],"edit":true},"says":2,"heard":"2000-01-03T09:04:20Z","created":"2000-01-03T09:04:20Z","updated":"2000-01-03T09:04:20Z"}');
INSERT INTO leads VALUES (8, 1000011, 19, 'done', 'queue', 'handed_off', 'ig_ads', 0, 0, 946890270000, 946890360000, 946890360000, NULL, '{"id":8,"chat_id":1000011,"profile":{"user_id":1000011,"name":"Гена","language":"ru","first_source":"ig_ads","last_source":"ig_ads"},"phase":"done","owner":"queue","stage":"handed_off","answers":{"budget":{"value":"gte100k","raw":"От 100 000 ₽","via":"button","at":"2000-01-03T09:05:35Z"},"call":{"value":"no","raw":"Лучше переписка","via":"button","at":"2000-01-03T09:05:45Z"},"decides":{"value":"self","raw":"Только я","via":"button","at":"2000-01-03T09:05:40Z"},"delivery":{"value":"live","raw":"Вживую","via":"button","at":"2000-01-03T09:05:15Z"},"experience":{"value":"seeking","raw":"Ищу, кому поручить","via":"button","at":"2000-01-03T09:05:30Z"},"horizon":{"value":"long","raw":"Сразу надолго","via":"button","at":"2000-01-03T09:05:50Z"},"landing":{"value":"yes","raw":"Есть","via":"button","at":"2000-01-03T09:04:55Z"},"niche":{"value":"has","raw":"Одна тема","via":"button","at":"2000-01-03T09:04:40Z"},"niche_text":{"value":"Йога","raw":"Йога","via":"text","at":"2000-01-03T09:04:45Z"},"participation":{"value":"group","raw":"Группа","via":"button","at":"2000-01-03T09:05:05Z"},"place":{"value":"online","raw":"Онлайн","via":"button","at":"2000-01-03T09:05:10Z"},"price":{"value":"20k_80k","raw":"20 000–80 000 ₽","via":"button","at":"2000-01-03T09:05:20Z"},"priority":{"value":"Чтобы группы были полными","raw":"Чтобы группы были полными","via":"text","at":"2000-01-03T09:05:55Z"},"product":{"value":"in_place","raw":"Готов и продаётся","via":"button","at":"2000-01-03T09:04:50Z"},"sales":{"value":"gt20","raw":"Больше 20","via":"button","at":"2000-01-03T09:05:00Z"},"start":{"value":"now","raw":"Прямо сейчас","via":"button","at":"2000-01-03T09:05:25Z"}},"trail":["niche","niche_text","product","landing","sales","participation","place","delivery","price","start","experience","budget","decides","call","horizon","priority"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":76,"at":"2000-01-03T09:04:35Z"}],"open":{"key":"m:8:19","turn":19,"text":[{"t":"Можно иногда присылать вам короткие полезные заметки? Не чаще двух в неделю, отказаться можно в любой день."}],"edit":true},"says":19,"redrawn":18,"heard":"2000-01-03T09:06:00Z","cards":1,"handoff":{"lane":"hot","at":"2000-01-03T09:06:00Z","due":"2000-01-03T09:06:00Z","posted":true,"confirmed":true,"number":1},"created":"2000-01-03T09:04:30Z","updated":"2000-01-03T09:06:00Z","completed":"2000-01-03T09:06:00Z"}');
INSERT INTO leads VALUES (9, 1000005, 5, 'asking', 'bot', 'qualifying', 'ig_ads', 0, 0, 946897205000, 946900820000, NULL, 946983620000, '{"id":9,"chat_id":1000005,"profile":{"user_id":1000005,"name":"Вера","language":"ru","first_source":"ig_ads","last_source":"ig_ads"},"phase":"asking","owner":"bot","stage":"qualifying","answers":{"niche":{"value":"has","raw":"Одна тема","via":"button","at":"2000-01-03T11:00:15Z"},"niche_text":{"value":"Йога","raw":"Йога","via":"text","at":"2000-01-03T11:00:20Z"}},"trail":["niche","niche_text"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":99,"at":"2000-01-03T11:00:10Z"}],"asked":"product","open":{"key":"remind:9:1:6","turn":6,"text":[{"t":"Вера","f":true},{"t":", ваши ответы сохранены. Продолжить можно с этого же места."},{"t":"\n\n"},{"t":"Что сейчас с вашим продуктом — курсом, программой или сессиями?"},{"t":"\n\n"},{"t":"3"},{"t":" из "},{"t":"18"}],"edit":true},"says":6,"redrawn":4,"heard":"2000-01-03T11:00:20Z","reminded":1,"nudged":"2000-01-03T12:00:20Z","nudging":true,"created":"2000-01-03T11:00:05Z","updated":"2000-01-03T12:00:20Z","due":"2000-01-04T14:00:20+03:00"}');
INSERT INTO leads VALUES (10, 1000012, 3, 'asking', 'bot', 'qualifying', '', 0, 0, 946897225000, 946900830000, NULL, 946983630000, '{"id":10,"chat_id":1000012,"profile":{"user_id":1000012,"name":"Даша","language":"ru"},"phase":"asking","owner":"bot","stage":"qualifying","consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":106,"at":"2000-01-03T11:00:30Z"}],"asked":"niche","open":{"key":"remind:10:1:4","turn":4,"text":[{"t":"Даша","f":true},{"t":", ваши ответы сохранены. Продолжить можно с этого же места."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true},"says":4,"redrawn":2,"heard":"2000-01-03T11:00:30Z","reminded":1,"nudged":"2000-01-03T12:00:30Z","nudging":true,"created":"2000-01-03T11:00:25Z","updated":"2000-01-03T12:00:30Z","due":"2000-01-04T14:00:30+03:00"}');
INSERT INTO leads VALUES (11, 1000013, 3, 'asking', 'queue', 'handed_off', '', 0, 0, 946900807000, 946900817000, NULL, NULL, '{"id":11,"chat_id":1000013,"profile":{"user_id":1000013,"name":"Кира","language":"ru"},"phase":"asking","owner":"queue","stage":"handed_off","flags":["asked_human"],"consents":[{"purpose":"processing","given":true,"version":"1","hash":"dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c","message_id":110,"at":"2000-01-03T12:00:12Z"}],"asked":"niche","open":{"key":"m:11:4","turn":4,"text":[{"t":"Зову человека, коллега напишет вам "},{"t":"в течение 15 минут"},{"t":"."},{"t":"\n\n"},{"t":"А пока можно спокойно продолжить."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"edit":true},"says":4,"redrawn":2,"heard":"2000-01-03T12:00:17Z","cards":1,"handoff":{"lane":"human","at":"2000-01-03T12:00:17Z","due":"2000-01-03T12:00:17Z","posted":true,"number":1},"created":"2000-01-03T12:00:07Z","updated":"2000-01-03T12:00:17Z"}');

INSERT INTO answers VALUES (1, 'budget', 946890065000, 'gte100k', 'От 100 000 ₽', 'button');
INSERT INTO answers VALUES (1, 'call', 946890075000, 'no', 'Лучше переписка', 'button');
INSERT INTO answers VALUES (1, 'decides', 946890070000, 'self', 'Только я', 'button');
INSERT INTO answers VALUES (1, 'delivery', 946890045000, 'live', 'Вживую', 'button');
INSERT INTO answers VALUES (1, 'experience', 946890060000, 'seeking', 'Ищу, кому поручить', 'button');
INSERT INTO answers VALUES (1, 'horizon', 946890080000, 'long', 'Сразу надолго', 'button');
INSERT INTO answers VALUES (1, 'landing', 946890025000, 'yes', 'Есть', 'button');
INSERT INTO answers VALUES (1, 'niche', 946890010000, 'has', 'Одна тема', 'button');
INSERT INTO answers VALUES (1, 'niche_text', 946890015000, 'Йога', 'Йога', 'text');
INSERT INTO answers VALUES (1, 'participation', 946890035000, 'group', 'Группа', 'button');
INSERT INTO answers VALUES (1, 'place', 946890040000, 'online', 'Онлайн', 'button');
INSERT INTO answers VALUES (1, 'price', 946890050000, '20k_80k', '20 000–80 000 ₽', 'button');
INSERT INTO answers VALUES (1, 'priority', 946890085000, 'Чтобы группы были полными', 'Чтобы группы были полными', 'text');
INSERT INTO answers VALUES (1, 'product', 946890020000, 'in_place', 'Готов и продаётся', 'button');
INSERT INTO answers VALUES (1, 'sales', 946890030000, 'gt20', 'Больше 20', 'button');
INSERT INTO answers VALUES (1, 'start', 946890055000, 'now', 'Прямо сейчас', 'button');
INSERT INTO answers VALUES (2, 'niche', 946890120000, 'doubts', 'Сомневаюсь в выборе', 'button');
INSERT INTO answers VALUES (2, 'product', 946900828000, 'in_place', '1', 'text');
INSERT INTO answers VALUES (4, 'niche', 946890150000, '', '', 'button');
INSERT INTO answers VALUES (4, 'niche_text', 946890155000, '', '', 'text');
INSERT INTO answers VALUES (6, 'budget', 946890240000, 'none', 'Пока нисколько', 'button');
INSERT INTO answers VALUES (6, 'call', 946890250000, 'no', 'Лучше переписка', 'button');
INSERT INTO answers VALUES (6, 'consulting', 946890210000, 'no', 'Пока подумаю', 'button');
INSERT INTO answers VALUES (6, 'decides', 946890245000, 'self', 'Только я', 'button');
INSERT INTO answers VALUES (6, 'delivery', 946890225000, 'recorded', 'В записи', 'button');
INSERT INTO answers VALUES (6, 'experience', 946890235000, 'self_made', 'Всё веду самостоятельно', 'button');
INSERT INTO answers VALUES (6, 'format_a', 946890220000, 'group_online', 'Группа онлайн', 'button');
INSERT INTO answers VALUES (6, 'niche', 946890195000, 'none', 'Пока ни одной', 'button');
INSERT INTO answers VALUES (6, 'participation', 946890215000, 'undecided', 'Пока не знаю', 'button');
INSERT INTO answers VALUES (6, 'participation', 946890220000, 'group', 'Группа онлайн', 'button');
INSERT INTO answers VALUES (6, 'place', 946890220000, 'online', 'Группа онлайн', 'button');
INSERT INTO answers VALUES (6, 'product', 946890205000, 'not_written', 'Ещё не готов', 'button');
INSERT INTO answers VALUES (6, 'start', 946890230000, 'someday', 'Позже, срока пока нет', 'button');
INSERT INTO answers VALUES (8, 'budget', 946890335000, 'gte100k', 'От 100 000 ₽', 'button');
INSERT INTO answers VALUES (8, 'call', 946890345000, 'no', 'Лучше переписка', 'button');
INSERT INTO answers VALUES (8, 'decides', 946890340000, 'self', 'Только я', 'button');
INSERT INTO answers VALUES (8, 'delivery', 946890315000, 'live', 'Вживую', 'button');
INSERT INTO answers VALUES (8, 'experience', 946890330000, 'seeking', 'Ищу, кому поручить', 'button');
INSERT INTO answers VALUES (8, 'horizon', 946890350000, 'long', 'Сразу надолго', 'button');
INSERT INTO answers VALUES (8, 'landing', 946890295000, 'yes', 'Есть', 'button');
INSERT INTO answers VALUES (8, 'niche', 946890280000, 'has', 'Одна тема', 'button');
INSERT INTO answers VALUES (8, 'niche_text', 946890285000, 'Йога', 'Йога', 'text');
INSERT INTO answers VALUES (8, 'participation', 946890305000, 'group', 'Группа', 'button');
INSERT INTO answers VALUES (8, 'place', 946890310000, 'online', 'Онлайн', 'button');
INSERT INTO answers VALUES (8, 'price', 946890320000, '20k_80k', '20 000–80 000 ₽', 'button');
INSERT INTO answers VALUES (8, 'priority', 946890355000, 'Чтобы группы были полными', 'Чтобы группы были полными', 'text');
INSERT INTO answers VALUES (8, 'product', 946890290000, 'in_place', 'Готов и продаётся', 'button');
INSERT INTO answers VALUES (8, 'sales', 946890300000, 'gt20', 'Больше 20', 'button');
INSERT INTO answers VALUES (8, 'start', 946890325000, 'now', 'Прямо сейчас', 'button');
INSERT INTO answers VALUES (9, 'niche', 946897215000, 'has', 'Одна тема', 'button');
INSERT INTO answers VALUES (9, 'niche_text', 946897220000, 'Йога', 'Йога', 'text');

INSERT INTO events VALUES (1, 1, 'started', 946890000000, '', '');
INSERT INTO events VALUES (2, 1, 'consented', 946890005000, '', '');
INSERT INTO events VALUES (3, 1, 'asked', 946890005000, 'niche', '');
INSERT INTO events VALUES (4, 1, 'asked', 946890010000, 'niche_text', '');
INSERT INTO events VALUES (5, 1, 'asked', 946890015000, 'product', '');
INSERT INTO events VALUES (6, 1, 'asked', 946890020000, 'landing', '');
INSERT INTO events VALUES (7, 1, 'asked', 946890025000, 'sales', '');
INSERT INTO events VALUES (8, 1, 'asked', 946890030000, 'participation', '');
INSERT INTO events VALUES (9, 1, 'asked', 946890030000, 'place', '');
INSERT INTO events VALUES (10, 1, 'asked', 946890030000, 'delivery', '');
INSERT INTO events VALUES (11, 1, 'asked', 946890045000, 'price', '');
INSERT INTO events VALUES (12, 1, 'asked', 946890050000, 'start', '');
INSERT INTO events VALUES (13, 1, 'asked', 946890055000, 'experience', '');
INSERT INTO events VALUES (14, 1, 'asked', 946890060000, 'budget', '');
INSERT INTO events VALUES (15, 1, 'asked', 946890065000, 'decides', '');
INSERT INTO events VALUES (16, 1, 'asked', 946890070000, 'call', '');
INSERT INTO events VALUES (17, 1, 'asked', 946890075000, 'horizon', '');
INSERT INTO events VALUES (18, 1, 'asked', 946890080000, 'priority', '');
INSERT INTO events VALUES (19, 1, 'confirmed', 946890090000, '', '');
INSERT INTO events VALUES (20, 1, 'shadow', 946890090000, '', '');
INSERT INTO events VALUES (21, 1, 'handoff', 946890090000, '', 'hot');
INSERT INTO events VALUES (22, 1, 'claim', 946890095000, '', '1000002');
INSERT INTO events VALUES (23, 1, 'called', 946890100000, '', '1000002');
INSERT INTO events VALUES (24, 1, 'news', 946890105000, '', 'Когда вы позвоните?');
INSERT INTO events VALUES (25, 2, 'started', 946890110000, '', '');
INSERT INTO events VALUES (26, 2, 'consented', 946890115000, '', '');
INSERT INTO events VALUES (27, 2, 'asked', 946890115000, 'niche', '');
INSERT INTO events VALUES (28, 2, 'asked', 946890125000, 'product', '');
INSERT INTO events VALUES (29, 3, 'started', 946890130000, '', '');
INSERT INTO events VALUES (30, 3, 'declined', 946890135000, '', '');
INSERT INTO events VALUES (31, 4, 'started', 946890140000, '', '');
INSERT INTO events VALUES (32, 4, 'consented', 946890145000, '', '');
INSERT INTO events VALUES (33, 4, 'asked', 946890145000, 'niche', '');
INSERT INTO events VALUES (34, 4, 'asked', 946890150000, 'niche_text', '');
INSERT INTO events VALUES (35, 4, 'asked', 946890155000, 'product', '');
INSERT INTO events VALUES (36, 5, 'started', 946890170000, '', '');
INSERT INTO events VALUES (37, 5, 'consented', 946890175000, '', '');
INSERT INTO events VALUES (38, 5, 'asked', 946890175000, 'niche', '');
INSERT INTO events VALUES (39, 5, 'blocked', 946890180000, '', '');
INSERT INTO events VALUES (40, 6, 'started', 946890185000, '', '');
INSERT INTO events VALUES (41, 6, 'consented', 946890190000, '', '');
INSERT INTO events VALUES (42, 6, 'asked', 946890190000, 'niche', '');
INSERT INTO events VALUES (43, 6, 'asked', 946890200000, 'product', '');
INSERT INTO events VALUES (44, 6, 'asked', 946890205000, 'consulting', '');
INSERT INTO events VALUES (45, 6, 'asked', 946890210000, 'participation', '');
INSERT INTO events VALUES (46, 6, 'asked', 946890210000, 'place', '');
INSERT INTO events VALUES (47, 6, 'asked', 946890210000, 'delivery', '');
INSERT INTO events VALUES (48, 6, 'asked', 946890215000, 'format_a', '');
INSERT INTO events VALUES (49, 6, 'asked', 946890220000, 'participation', '');
INSERT INTO events VALUES (50, 6, 'asked', 946890220000, 'place', '');
INSERT INTO events VALUES (51, 6, 'asked', 946890220000, 'delivery', '');
INSERT INTO events VALUES (52, 6, 'asked', 946890225000, 'start', '');
INSERT INTO events VALUES (53, 6, 'asked', 946890230000, 'experience', '');
INSERT INTO events VALUES (54, 6, 'asked', 946890235000, 'budget', '');
INSERT INTO events VALUES (55, 6, 'asked', 946890240000, 'decides', '');
INSERT INTO events VALUES (56, 6, 'asked', 946890245000, 'call', '');
INSERT INTO events VALUES (57, 6, 'confirmed', 946890255000, '', '');
INSERT INTO events VALUES (58, 7, 'started', 946890260000, '', '');
INSERT INTO events VALUES (59, 8, 'started', 946890270000, '', '');
INSERT INTO events VALUES (60, 8, 'consented', 946890275000, '', '');
INSERT INTO events VALUES (61, 8, 'asked', 946890275000, 'niche', '');
INSERT INTO events VALUES (62, 8, 'asked', 946890280000, 'niche_text', '');
INSERT INTO events VALUES (63, 8, 'asked', 946890285000, 'product', '');
INSERT INTO events VALUES (64, 8, 'asked', 946890290000, 'landing', '');
INSERT INTO events VALUES (65, 8, 'asked', 946890295000, 'sales', '');
INSERT INTO events VALUES (66, 8, 'asked', 946890300000, 'participation', '');
INSERT INTO events VALUES (67, 8, 'asked', 946890300000, 'place', '');
INSERT INTO events VALUES (68, 8, 'asked', 946890300000, 'delivery', '');
INSERT INTO events VALUES (69, 8, 'asked', 946890315000, 'price', '');
INSERT INTO events VALUES (70, 8, 'asked', 946890320000, 'start', '');
INSERT INTO events VALUES (71, 8, 'asked', 946890325000, 'experience', '');
INSERT INTO events VALUES (72, 8, 'asked', 946890330000, 'budget', '');
INSERT INTO events VALUES (73, 8, 'asked', 946890335000, 'decides', '');
INSERT INTO events VALUES (74, 8, 'asked', 946890340000, 'call', '');
INSERT INTO events VALUES (75, 8, 'asked', 946890345000, 'horizon', '');
INSERT INTO events VALUES (76, 8, 'asked', 946890350000, 'priority', '');
INSERT INTO events VALUES (77, 8, 'confirmed', 946890360000, '', '');
INSERT INTO events VALUES (78, 8, 'handoff', 946890360000, '', 'hot');
INSERT INTO events VALUES (79, 2, 'reminded', 946893725000, '', '');
INSERT INTO events VALUES (80, 2, 'asked', 946893725000, 'product', '');
INSERT INTO events VALUES (81, 9, 'started', 946897205000, '', '');
INSERT INTO events VALUES (82, 9, 'consented', 946897210000, '', '');
INSERT INTO events VALUES (83, 9, 'asked', 946897210000, 'niche', '');
INSERT INTO events VALUES (84, 9, 'asked', 946897215000, 'niche_text', '');
INSERT INTO events VALUES (85, 9, 'asked', 946897220000, 'product', '');
INSERT INTO events VALUES (86, 10, 'started', 946897225000, '', '');
INSERT INTO events VALUES (87, 10, 'consented', 946897230000, '', '');
INSERT INTO events VALUES (88, 10, 'asked', 946897230000, 'niche', '');
INSERT INTO events VALUES (89, 11, 'started', 946900807000, '', '');
INSERT INTO events VALUES (90, 11, 'consented', 946900812000, '', '');
INSERT INTO events VALUES (91, 11, 'asked', 946900812000, 'niche', '');
INSERT INTO events VALUES (92, 11, 'handoff', 946900817000, '', 'human');
INSERT INTO events VALUES (93, 11, 'asked', 946900817000, 'niche', '');
INSERT INTO events VALUES (94, 9, 'reminded', 946900820000, '', '');
INSERT INTO events VALUES (95, 9, 'asked', 946900820000, 'product', '');
INSERT INTO events VALUES (96, 6, 'handoff', 946900822000, '', 'human');
INSERT INTO events VALUES (97, 2, 'asked', 946900828000, 'landing', '');
INSERT INTO events VALUES (98, 10, 'reminded', 946900830000, '', '');
INSERT INTO events VALUES (99, 10, 'asked', 946900830000, 'niche', '');

INSERT INTO consents VALUES (1, 'processing', 946890005000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 4, NULL);
INSERT INTO consents VALUES (2, 'processing', 946890115000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 27, NULL);
INSERT INTO consents VALUES (3, 'processing', 946890135000, 0, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 34, NULL);
INSERT INTO consents VALUES (4, 'processing', 946890145000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 38, 946890160000);
INSERT INTO consents VALUES (5, 'processing', 946890175000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 50, NULL);
INSERT INTO consents VALUES (6, 'processing', 946890190000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 54, NULL);
INSERT INTO consents VALUES (8, 'processing', 946890275000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 76, NULL);
INSERT INTO consents VALUES (9, 'processing', 946897210000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 99, NULL);
INSERT INTO consents VALUES (10, 'processing', 946897230000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 106, NULL);
INSERT INTO consents VALUES (11, 'processing', 946900812000, 1, '1', 'dd0b9a876aa842cb17ae790cd5ef0dafb22e8185ad6c4298ea90448fb5c7ff1c', 110, NULL);

INSERT INTO updates VALUES (700000003, 946890000000);
INSERT INTO updates VALUES (700000004, 946890005000);
INSERT INTO updates VALUES (700000005, 946890010000);
INSERT INTO updates VALUES (700000006, 946890015000);
INSERT INTO updates VALUES (700000007, 946890020000);
INSERT INTO updates VALUES (700000008, 946890025000);
INSERT INTO updates VALUES (700000009, 946890030000);
INSERT INTO updates VALUES (700000010, 946890035000);
INSERT INTO updates VALUES (700000011, 946890040000);
INSERT INTO updates VALUES (700000012, 946890045000);
INSERT INTO updates VALUES (700000013, 946890050000);
INSERT INTO updates VALUES (700000014, 946890055000);
INSERT INTO updates VALUES (700000015, 946890060000);
INSERT INTO updates VALUES (700000016, 946890065000);
INSERT INTO updates VALUES (700000017, 946890070000);
INSERT INTO updates VALUES (700000018, 946890075000);
INSERT INTO updates VALUES (700000019, 946890080000);
INSERT INTO updates VALUES (700000020, 946890085000);
INSERT INTO updates VALUES (700000021, 946890090000);
INSERT INTO updates VALUES (700000022, 946890095000);
INSERT INTO updates VALUES (700000023, 946890100000);
INSERT INTO updates VALUES (700000024, 946890105000);
INSERT INTO updates VALUES (700000025, 946890110000);
INSERT INTO updates VALUES (700000026, 946890115000);
INSERT INTO updates VALUES (700000027, 946890120000);
INSERT INTO updates VALUES (700000028, 946890125000);
INSERT INTO updates VALUES (700000029, 946890130000);
INSERT INTO updates VALUES (700000030, 946890135000);
INSERT INTO updates VALUES (700000031, 946890140000);
INSERT INTO updates VALUES (700000032, 946890145000);
INSERT INTO updates VALUES (700000033, 946890150000);
INSERT INTO updates VALUES (700000034, 946890155000);
INSERT INTO updates VALUES (700000035, 946890160000);
INSERT INTO updates VALUES (700000036, 946890165000);
INSERT INTO updates VALUES (700000037, 946890170000);
INSERT INTO updates VALUES (700000038, 946890175000);
INSERT INTO updates VALUES (700000039, 946890180000);
INSERT INTO updates VALUES (700000040, 946890185000);
INSERT INTO updates VALUES (700000041, 946890190000);
INSERT INTO updates VALUES (700000042, 946890195000);
INSERT INTO updates VALUES (700000043, 946890200000);
INSERT INTO updates VALUES (700000044, 946890205000);
INSERT INTO updates VALUES (700000045, 946890210000);
INSERT INTO updates VALUES (700000046, 946890215000);
INSERT INTO updates VALUES (700000047, 946890220000);
INSERT INTO updates VALUES (700000048, 946890225000);
INSERT INTO updates VALUES (700000049, 946890230000);
INSERT INTO updates VALUES (700000050, 946890235000);
INSERT INTO updates VALUES (700000051, 946890240000);
INSERT INTO updates VALUES (700000052, 946890245000);
INSERT INTO updates VALUES (700000053, 946890250000);
INSERT INTO updates VALUES (700000054, 946890255000);
INSERT INTO updates VALUES (700000055, 946890260000);
INSERT INTO updates VALUES (700000056, 946890265000);
INSERT INTO updates VALUES (700000057, 946890270000);
INSERT INTO updates VALUES (700000058, 946890275000);
INSERT INTO updates VALUES (700000059, 946890280000);
INSERT INTO updates VALUES (700000060, 946890285000);
INSERT INTO updates VALUES (700000061, 946890290000);
INSERT INTO updates VALUES (700000062, 946890295000);
INSERT INTO updates VALUES (700000063, 946890300000);
INSERT INTO updates VALUES (700000064, 946890305000);
INSERT INTO updates VALUES (700000065, 946890310000);
INSERT INTO updates VALUES (700000066, 946890315000);
INSERT INTO updates VALUES (700000067, 946890320000);
INSERT INTO updates VALUES (700000068, 946890325000);
INSERT INTO updates VALUES (700000069, 946890330000);
INSERT INTO updates VALUES (700000070, 946890335000);
INSERT INTO updates VALUES (700000071, 946890340000);
INSERT INTO updates VALUES (700000072, 946890345000);
INSERT INTO updates VALUES (700000073, 946890350000);
INSERT INTO updates VALUES (700000074, 946890355000);
INSERT INTO updates VALUES (700000075, 946890360000);
INSERT INTO updates VALUES (700000076, 946897205000);
INSERT INTO updates VALUES (700000077, 946897210000);
INSERT INTO updates VALUES (700000078, 946897215000);
INSERT INTO updates VALUES (700000079, 946897220000);
INSERT INTO updates VALUES (700000080, 946897225000);
INSERT INTO updates VALUES (700000081, 946897230000);
INSERT INTO updates VALUES (700000082, 946900807000);
INSERT INTO updates VALUES (700000083, 946900812000);
INSERT INTO updates VALUES (700000084, 946900817000);
INSERT INTO updates VALUES (700000085, 946900822000);
INSERT INTO updates VALUES (700000086, 946900828000);
INSERT INTO updates VALUES (700000087, 946900828000);

INSERT INTO outbox VALUES (1, 'm:1:1', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890000000, 0, NULL, 'done', 3, 1000004, 946890000000);
INSERT INTO outbox VALUES (2, 'm:1:2', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890000000, 0, NULL, 'done', 4, 1000004, 946890000000);
INSERT INTO outbox VALUES (3, 'm:1:3', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890005000, 0, NULL, 'done', 5, 1000004, 946890005000);
INSERT INTO outbox VALUES (4, 'e:1:1', 1, 'idempotent', 'edit', 1000004, '', 'm:1:2', 5, NULL, 946890005000, 0, NULL, 'done', 4, 1000004, 946890005000);
INSERT INTO outbox VALUES (5, 'm:1:4', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890010000, 0, NULL, 'done', 6, 1000004, 946890010000);
INSERT INTO outbox VALUES (6, 'e:1:2', 1, 'idempotent', 'edit', 1000004, '', 'm:1:3', 5, NULL, 946890010000, 0, NULL, 'done', 5, 1000004, 946890010000);
INSERT INTO outbox VALUES (7, 'm:1:5', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890015000, 0, NULL, 'done', 8, 1000004, 946890015000);
INSERT INTO outbox VALUES (8, 'e:1:3', 1, 'idempotent', 'edit', 1000004, '', 'm:1:4', 5, NULL, 946890015000, 0, NULL, 'done', 6, 1000004, 946890015000);
INSERT INTO outbox VALUES (9, 'm:1:6', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890020000, 0, NULL, 'done', 9, 1000004, 946890020000);
INSERT INTO outbox VALUES (10, 'e:1:4', 1, 'idempotent', 'edit', 1000004, '', 'm:1:5', 5, NULL, 946890020000, 0, NULL, 'done', 8, 1000004, 946890020000);
INSERT INTO outbox VALUES (11, 'm:1:7', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890025000, 0, NULL, 'done', 10, 1000004, 946890025000);
INSERT INTO outbox VALUES (12, 'e:1:5', 1, 'idempotent', 'edit', 1000004, '', 'm:1:6', 5, NULL, 946890025000, 0, NULL, 'done', 9, 1000004, 946890025000);
INSERT INTO outbox VALUES (13, 'm:1:8', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890030000, 0, NULL, 'done', 11, 1000004, 946890030000);
INSERT INTO outbox VALUES (14, 'e:1:6', 1, 'idempotent', 'edit', 1000004, '', 'm:1:7', 5, NULL, 946890030000, 0, NULL, 'done', 10, 1000004, 946890030000);
INSERT INTO outbox VALUES (15, 'e:1:7', 1, 'idempotent', 'edit', 1000004, '', 'm:1:8', 5, NULL, 946890035000, 0, NULL, 'done', 11, 1000004, 946890035000);
INSERT INTO outbox VALUES (16, 'e:1:8', 1, 'idempotent', 'edit', 1000004, '', 'm:1:8', 5, NULL, 946890040000, 0, NULL, 'done', 11, 1000004, 946890040000);
INSERT INTO outbox VALUES (17, 'm:1:9', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890045000, 0, NULL, 'done', 12, 1000004, 946890045000);
INSERT INTO outbox VALUES (18, 'e:1:9', 1, 'idempotent', 'edit', 1000004, '', 'm:1:8', 5, NULL, 946890045000, 0, NULL, 'done', 11, 1000004, 946890045000);
INSERT INTO outbox VALUES (19, 'm:1:10', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890050000, 0, NULL, 'done', 13, 1000004, 946890050000);
INSERT INTO outbox VALUES (20, 'e:1:10', 1, 'idempotent', 'edit', 1000004, '', 'm:1:9', 5, NULL, 946890050000, 0, NULL, 'done', 12, 1000004, 946890050000);
INSERT INTO outbox VALUES (21, 'm:1:11', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890055000, 0, NULL, 'done', 14, 1000004, 946890055000);
INSERT INTO outbox VALUES (22, 'e:1:11', 1, 'idempotent', 'edit', 1000004, '', 'm:1:10', 5, NULL, 946890055000, 0, NULL, 'done', 13, 1000004, 946890055000);
INSERT INTO outbox VALUES (23, 'm:1:12', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890060000, 0, NULL, 'done', 15, 1000004, 946890060000);
INSERT INTO outbox VALUES (24, 'e:1:12', 1, 'idempotent', 'edit', 1000004, '', 'm:1:11', 5, NULL, 946890060000, 0, NULL, 'done', 14, 1000004, 946890060000);
INSERT INTO outbox VALUES (25, 'm:1:13', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890065000, 0, NULL, 'done', 16, 1000004, 946890065000);
INSERT INTO outbox VALUES (26, 'e:1:13', 1, 'idempotent', 'edit', 1000004, '', 'm:1:12', 5, NULL, 946890065000, 0, NULL, 'done', 15, 1000004, 946890065000);
INSERT INTO outbox VALUES (27, 'm:1:14', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890070000, 0, NULL, 'done', 17, 1000004, 946890070000);
INSERT INTO outbox VALUES (28, 'e:1:14', 1, 'idempotent', 'edit', 1000004, '', 'm:1:13', 5, NULL, 946890070000, 0, NULL, 'done', 16, 1000004, 946890070000);
INSERT INTO outbox VALUES (29, 'm:1:15', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890075000, 0, NULL, 'done', 18, 1000004, 946890075000);
INSERT INTO outbox VALUES (30, 'e:1:15', 1, 'idempotent', 'edit', 1000004, '', 'm:1:14', 5, NULL, 946890075000, 0, NULL, 'done', 17, 1000004, 946890075000);
INSERT INTO outbox VALUES (31, 'm:1:16', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890080000, 0, NULL, 'done', 19, 1000004, 946890080000);
INSERT INTO outbox VALUES (32, 'e:1:16', 1, 'idempotent', 'edit', 1000004, '', 'm:1:15', 5, NULL, 946890080000, 0, NULL, 'done', 18, 1000004, 946890080000);
INSERT INTO outbox VALUES (33, 'm:1:17', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890085000, 0, NULL, 'done', 21, 1000004, 946890085000);
INSERT INTO outbox VALUES (34, 'e:1:17', 1, 'idempotent', 'edit', 1000004, '', 'm:1:16', 5, NULL, 946890085000, 0, NULL, 'done', 19, 1000004, 946890085000);
INSERT INTO outbox VALUES (35, 'm:1:18', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890090000, 0, NULL, 'done', 22, 1000004, 946890090000);
INSERT INTO outbox VALUES (36, 'm:1:19', 1, 'reply', 'send', 1000004, '', '', 1, NULL, 946890090000, 0, NULL, 'done', 23, 1000004, 946890090033);
INSERT INTO outbox VALUES (37, 'e:1:18', 1, 'idempotent', 'edit', 1000004, '', 'm:1:17', 5, NULL, 946890090000, 0, NULL, 'done', 21, 1000004, 946890090066);
INSERT INTO outbox VALUES (38, 'topic:1', 1, 'critical', 'topic', 0, '', '', 0, NULL, 946890090000, 0, NULL, 'done', 1, -1001000000004, 946890090000);
INSERT INTO outbox VALUES (39, 'card:1:1', 1, 'critical', 'send', 0, 'topic:1', '', 0, NULL, 946890090000, 0, NULL, 'done', 2, -1001000000004, 946890090000);
INSERT INTO outbox VALUES (40, 'card:1:1:1', 1, 'idempotent', 'edit', 0, 'topic:1', 'card:1:1', 2, NULL, 946890095000, 0, NULL, 'done', 2, -1001000000004, 946890095000);
INSERT INTO outbox VALUES (41, 'card:1:1:2', 1, 'idempotent', 'edit', 0, 'topic:1', 'card:1:1', 2, NULL, 946890100000, 0, NULL, 'done', 2, -1001000000004, 946890100000);
INSERT INTO outbox VALUES (42, 'news:1:1:3', 1, 'reply', 'send', 0, 'topic:1', 'card:1:1', 2, NULL, 946890105000, 0, NULL, 'done', 3, -1001000000004, 946890105000);
INSERT INTO outbox VALUES (43, 'm:2:1', 2, 'reply', 'send', 1000006, '', '', 1, NULL, 946890110000, 0, NULL, 'done', 26, 1000006, 946890110000);
INSERT INTO outbox VALUES (44, 'm:2:2', 2, 'reply', 'send', 1000006, '', '', 1, NULL, 946890110000, 0, NULL, 'done', 27, 1000006, 946890110000);
INSERT INTO outbox VALUES (45, 'm:2:3', 2, 'reply', 'send', 1000006, '', '', 1, NULL, 946890115000, 0, NULL, 'done', 28, 1000006, 946890115000);
INSERT INTO outbox VALUES (46, 'e:2:1', 2, 'idempotent', 'edit', 1000006, '', 'm:2:2', 5, NULL, 946890115000, 0, NULL, 'done', 27, 1000006, 946890115000);
INSERT INTO outbox VALUES (47, 'm:2:4', 2, 'reply', 'send', 1000006, '', '', 1, NULL, 946890120000, 0, NULL, 'done', 29, 1000006, 946890120000);
INSERT INTO outbox VALUES (48, 'e:2:2', 2, 'idempotent', 'edit', 1000006, '', 'm:2:3', 5, NULL, 946890120000, 0, NULL, 'done', 28, 1000006, 946890120000);
INSERT INTO outbox VALUES (49, 'm:2:5', 2, 'reply', 'send', 1000006, '', '', 1, NULL, 946890125000, 0, NULL, 'done', 30, 1000006, 946890125000);
INSERT INTO outbox VALUES (50, 'm:2:6', 2, 'reply', 'send', 1000006, '', '', 1, NULL, 946890125000, 0, NULL, 'done', 31, 1000006, 946890125000);
INSERT INTO outbox VALUES (51, 'e:2:3', 2, 'idempotent', 'edit', 1000006, '', 'm:2:4', 5, NULL, 946890125000, 0, NULL, 'done', 29, 1000006, 946890125000);
INSERT INTO outbox VALUES (52, 'm:3:1', 3, 'reply', 'send', 1000007, '', '', 1, NULL, 946890130000, 0, NULL, 'done', 33, 1000007, 946890130000);
INSERT INTO outbox VALUES (53, 'm:3:2', 3, 'reply', 'send', 1000007, '', '', 1, NULL, 946890130000, 0, NULL, 'done', 34, 1000007, 946890130000);
INSERT INTO outbox VALUES (54, 'm:3:3', 3, 'reply', 'send', 1000007, '', '', 1, NULL, 946890135000, 0, NULL, 'done', 35, 1000007, 946890135000);
INSERT INTO outbox VALUES (55, 'e:3:1', 3, 'idempotent', 'edit', 1000007, '', 'm:3:2', 5, NULL, 946890135000, 0, NULL, 'done', 34, 1000007, 946890135000);
INSERT INTO outbox VALUES (56, 'm:4:1', 4, 'reply', 'send', 1000008, '', '', 1, NULL, 946890140000, 0, NULL, 'done', 37, 1000008, 946890140000);
INSERT INTO outbox VALUES (57, 'm:4:2', 4, 'reply', 'send', 1000008, '', '', 1, NULL, 946890140000, 0, NULL, 'done', 38, 1000008, 946890140000);
INSERT INTO outbox VALUES (58, 'm:4:3', 4, 'reply', 'send', 1000008, '', '', 1, NULL, 946890145000, 0, NULL, 'done', 39, 1000008, 946890145000);
INSERT INTO outbox VALUES (59, 'e:4:1', 4, 'idempotent', 'edit', 1000008, '', 'm:4:2', 5, NULL, 946890145000, 0, NULL, 'done', 38, 1000008, 946890145000);
INSERT INTO outbox VALUES (60, 'm:4:4', 4, 'reply', 'send', 1000008, '', '', 1, NULL, 946890150000, 0, NULL, 'done', 40, 1000008, 946890150000);
INSERT INTO outbox VALUES (61, 'e:4:2', 4, 'idempotent', 'edit', 1000008, '', 'm:4:3', 5, NULL, 946890150000, 0, NULL, 'done', 39, 1000008, 946890150000);
INSERT INTO outbox VALUES (62, 'm:4:5', 4, 'reply', 'send', 1000008, '', '', 1, NULL, 946890155000, 0, NULL, 'done', 42, 1000008, 946890155000);
INSERT INTO outbox VALUES (63, 'e:4:3', 4, 'idempotent', 'edit', 1000008, '', 'm:4:4', 5, NULL, 946890155000, 0, NULL, 'done', 40, 1000008, 946890155000);
INSERT INTO outbox VALUES (64, 'm:4:6', 4, 'reply', 'send', 1000008, '', '', 1, NULL, 946890160000, 0, NULL, 'done', 44, 1000008, 946890160000);
INSERT INTO outbox VALUES (65, 'e:4:4', 4, 'idempotent', 'edit', 1000008, '', 'm:4:5', 5, NULL, 946890160000, 0, NULL, 'done', 42, 1000008, 946890160000);
INSERT INTO outbox VALUES (66, 'm:4:7', 4, 'reply', 'send', 1000008, '', '', 1, NULL, 946890165000, 0, NULL, 'done', 46, 1000008, 946890165000);
INSERT INTO outbox VALUES (67, 'm:4:8', 4, 'reply', 'send', 1000008, '', '', 1, NULL, 946890165000, 0, NULL, 'done', 47, 1000008, 946890165000);
INSERT INTO outbox VALUES (68, 'm:5:1', 5, 'reply', 'send', 1000009, '', '', 1, NULL, 946890170000, 0, NULL, 'done', 49, 1000009, 946890170000);
INSERT INTO outbox VALUES (69, 'm:5:2', 5, 'reply', 'send', 1000009, '', '', 1, NULL, 946890170000, 0, NULL, 'done', 50, 1000009, 946890170000);
INSERT INTO outbox VALUES (70, 'm:5:3', 5, 'reply', 'send', 1000009, '', '', 1, NULL, 946890175000, 0, NULL, 'done', 51, 1000009, 946890175000);
INSERT INTO outbox VALUES (71, 'e:5:1', 5, 'idempotent', 'edit', 1000009, '', 'm:5:2', 5, NULL, 946890175000, 0, NULL, 'done', 50, 1000009, 946890175000);
INSERT INTO outbox VALUES (72, 'm:6:1', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890185000, 0, NULL, 'done', 53, 1000010, 946890185000);
INSERT INTO outbox VALUES (73, 'm:6:2', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890185000, 0, NULL, 'done', 54, 1000010, 946890185000);
INSERT INTO outbox VALUES (74, 'm:6:3', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890190000, 0, NULL, 'done', 55, 1000010, 946890190000);
INSERT INTO outbox VALUES (75, 'e:6:1', 6, 'idempotent', 'edit', 1000010, '', 'm:6:2', 5, NULL, 946890190000, 0, NULL, 'done', 54, 1000010, 946890190000);
INSERT INTO outbox VALUES (76, 'm:6:4', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890195000, 0, NULL, 'done', 56, 1000010, 946890195000);
INSERT INTO outbox VALUES (77, 'e:6:2', 6, 'idempotent', 'edit', 1000010, '', 'm:6:3', 5, NULL, 946890195000, 0, NULL, 'done', 55, 1000010, 946890195000);
INSERT INTO outbox VALUES (78, 'm:6:5', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890200000, 0, NULL, 'done', 57, 1000010, 946890200000);
INSERT INTO outbox VALUES (79, 'e:6:3', 6, 'idempotent', 'edit', 1000010, '', 'm:6:4', 5, NULL, 946890200000, 0, NULL, 'done', 56, 1000010, 946890200000);
INSERT INTO outbox VALUES (80, 'm:6:6', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890205000, 0, NULL, 'done', 58, 1000010, 946890205000);
INSERT INTO outbox VALUES (81, 'e:6:4', 6, 'idempotent', 'edit', 1000010, '', 'm:6:5', 5, NULL, 946890205000, 0, NULL, 'done', 57, 1000010, 946890205000);
INSERT INTO outbox VALUES (82, 'm:6:7', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890210000, 0, NULL, 'done', 59, 1000010, 946890210000);
INSERT INTO outbox VALUES (83, 'e:6:5', 6, 'idempotent', 'edit', 1000010, '', 'm:6:6', 5, NULL, 946890210000, 0, NULL, 'done', 58, 1000010, 946890210000);
INSERT INTO outbox VALUES (84, 'm:6:8', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890215000, 0, NULL, 'done', 60, 1000010, 946890215000);
INSERT INTO outbox VALUES (85, 'e:6:6', 6, 'idempotent', 'edit', 1000010, '', 'm:6:7', 5, NULL, 946890215000, 0, NULL, 'done', 59, 1000010, 946890215000);
INSERT INTO outbox VALUES (86, 'm:6:9', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890220000, 0, NULL, 'done', 61, 1000010, 946890220000);
INSERT INTO outbox VALUES (87, 'e:6:7', 6, 'idempotent', 'edit', 1000010, '', 'm:6:8', 5, NULL, 946890220000, 0, NULL, 'done', 60, 1000010, 946890220000);
INSERT INTO outbox VALUES (88, 'm:6:10', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890225000, 0, NULL, 'done', 62, 1000010, 946890225000);
INSERT INTO outbox VALUES (89, 'e:6:8', 6, 'idempotent', 'edit', 1000010, '', 'm:6:9', 5, NULL, 946890225000, 0, NULL, 'done', 61, 1000010, 946890225000);
INSERT INTO outbox VALUES (90, 'm:6:11', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890230000, 0, NULL, 'done', 63, 1000010, 946890230000);
INSERT INTO outbox VALUES (91, 'e:6:9', 6, 'idempotent', 'edit', 1000010, '', 'm:6:10', 5, NULL, 946890230000, 0, NULL, 'done', 62, 1000010, 946890230000);
INSERT INTO outbox VALUES (92, 'm:6:12', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890235000, 0, NULL, 'done', 64, 1000010, 946890235000);
INSERT INTO outbox VALUES (93, 'e:6:10', 6, 'idempotent', 'edit', 1000010, '', 'm:6:11', 5, NULL, 946890235000, 0, NULL, 'done', 63, 1000010, 946890235000);
INSERT INTO outbox VALUES (94, 'm:6:13', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890240000, 0, NULL, 'done', 65, 1000010, 946890240000);
INSERT INTO outbox VALUES (95, 'e:6:11', 6, 'idempotent', 'edit', 1000010, '', 'm:6:12', 5, NULL, 946890240000, 0, NULL, 'done', 64, 1000010, 946890240000);
INSERT INTO outbox VALUES (96, 'm:6:14', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890245000, 0, NULL, 'done', 66, 1000010, 946890245000);
INSERT INTO outbox VALUES (97, 'e:6:12', 6, 'idempotent', 'edit', 1000010, '', 'm:6:13', 5, NULL, 946890245000, 0, NULL, 'done', 65, 1000010, 946890245000);
INSERT INTO outbox VALUES (98, 'm:6:15', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890250000, 0, NULL, 'done', 67, 1000010, 946890250000);
INSERT INTO outbox VALUES (99, 'e:6:13', 6, 'idempotent', 'edit', 1000010, '', 'm:6:14', 5, NULL, 946890250000, 0, NULL, 'done', 66, 1000010, 946890250000);
INSERT INTO outbox VALUES (100, 'm:6:16', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890255000, 0, NULL, 'done', 68, 1000010, 946890255000);
INSERT INTO outbox VALUES (101, 'm:6:17', 6, 'reply', 'send', 1000010, '', '', 1, NULL, 946890255000, 0, NULL, 'done', 69, 1000010, 946890255000);
INSERT INTO outbox VALUES (102, 'e:6:14', 6, 'idempotent', 'edit', 1000010, '', 'm:6:15', 5, NULL, 946890255000, 0, NULL, 'done', 67, 1000010, 946890255000);
INSERT INTO outbox VALUES (103, 'm:7:1', 7, 'reply', 'send', 1000001, '', '', 1, NULL, 946890260000, 0, NULL, 'done', 71, 1000001, 946890260000);
INSERT INTO outbox VALUES (104, 'm:7:2', 7, 'reply', 'send', 1000001, '', '', 1, NULL, 946890260000, 0, NULL, 'done', 72, 1000001, 946890260000);
INSERT INTO outbox VALUES (105, 'alarm_dead:1000001:10959', NULL, 'critical', 'send', 1000001, '', '', 0, NULL, 946890265000, 0, NULL, 'done', 73, 1000001, 946890265000);
INSERT INTO outbox VALUES (106, 'm:8:1', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890270000, 0, NULL, 'done', 75, 1000011, 946890270000);
INSERT INTO outbox VALUES (107, 'm:8:2', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890270000, 0, NULL, 'done', 76, 1000011, 946890270000);
INSERT INTO outbox VALUES (108, 'm:8:3', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890275000, 0, NULL, 'done', 77, 1000011, 946890275000);
INSERT INTO outbox VALUES (109, 'e:8:1', 8, 'idempotent', 'edit', 1000011, '', 'm:8:2', 5, NULL, 946890275000, 0, NULL, 'done', 76, 1000011, 946890275000);
INSERT INTO outbox VALUES (110, 'm:8:4', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890280000, 0, NULL, 'done', 78, 1000011, 946890280000);
INSERT INTO outbox VALUES (111, 'e:8:2', 8, 'idempotent', 'edit', 1000011, '', 'm:8:3', 5, NULL, 946890280000, 0, NULL, 'done', 77, 1000011, 946890280000);
INSERT INTO outbox VALUES (112, 'm:8:5', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890285000, 0, NULL, 'done', 80, 1000011, 946890285000);
INSERT INTO outbox VALUES (113, 'e:8:3', 8, 'idempotent', 'edit', 1000011, '', 'm:8:4', 5, NULL, 946890285000, 0, NULL, 'done', 78, 1000011, 946890285000);
INSERT INTO outbox VALUES (114, 'm:8:6', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890290000, 0, NULL, 'done', 81, 1000011, 946890290000);
INSERT INTO outbox VALUES (115, 'e:8:4', 8, 'idempotent', 'edit', 1000011, '', 'm:8:5', 5, NULL, 946890290000, 0, NULL, 'done', 80, 1000011, 946890290000);
INSERT INTO outbox VALUES (116, 'm:8:7', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890295000, 0, NULL, 'done', 82, 1000011, 946890295000);
INSERT INTO outbox VALUES (117, 'e:8:5', 8, 'idempotent', 'edit', 1000011, '', 'm:8:6', 5, NULL, 946890295000, 0, NULL, 'done', 81, 1000011, 946890295000);
INSERT INTO outbox VALUES (118, 'm:8:8', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890300000, 0, NULL, 'done', 83, 1000011, 946890300000);
INSERT INTO outbox VALUES (119, 'e:8:6', 8, 'idempotent', 'edit', 1000011, '', 'm:8:7', 5, NULL, 946890300000, 0, NULL, 'done', 82, 1000011, 946890300000);
INSERT INTO outbox VALUES (120, 'e:8:7', 8, 'idempotent', 'edit', 1000011, '', 'm:8:8', 5, NULL, 946890305000, 0, NULL, 'done', 83, 1000011, 946890305000);
INSERT INTO outbox VALUES (121, 'e:8:8', 8, 'idempotent', 'edit', 1000011, '', 'm:8:8', 5, NULL, 946890310000, 0, NULL, 'done', 83, 1000011, 946890310000);
INSERT INTO outbox VALUES (122, 'm:8:9', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890315000, 0, NULL, 'done', 84, 1000011, 946890315000);
INSERT INTO outbox VALUES (123, 'e:8:9', 8, 'idempotent', 'edit', 1000011, '', 'm:8:8', 5, NULL, 946890315000, 0, NULL, 'done', 83, 1000011, 946890315000);
INSERT INTO outbox VALUES (124, 'm:8:10', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890320000, 0, NULL, 'done', 85, 1000011, 946890320000);
INSERT INTO outbox VALUES (125, 'e:8:10', 8, 'idempotent', 'edit', 1000011, '', 'm:8:9', 5, NULL, 946890320000, 0, NULL, 'done', 84, 1000011, 946890320000);
INSERT INTO outbox VALUES (126, 'm:8:11', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890325000, 0, NULL, 'done', 86, 1000011, 946890325000);
INSERT INTO outbox VALUES (127, 'e:8:11', 8, 'idempotent', 'edit', 1000011, '', 'm:8:10', 5, NULL, 946890325000, 0, NULL, 'done', 85, 1000011, 946890325000);
INSERT INTO outbox VALUES (128, 'm:8:12', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890330000, 0, NULL, 'done', 87, 1000011, 946890330000);
INSERT INTO outbox VALUES (129, 'e:8:12', 8, 'idempotent', 'edit', 1000011, '', 'm:8:11', 5, NULL, 946890330000, 0, NULL, 'done', 86, 1000011, 946890330000);
INSERT INTO outbox VALUES (130, 'm:8:13', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890335000, 0, NULL, 'done', 88, 1000011, 946890335000);
INSERT INTO outbox VALUES (131, 'e:8:13', 8, 'idempotent', 'edit', 1000011, '', 'm:8:12', 5, NULL, 946890335000, 0, NULL, 'done', 87, 1000011, 946890335000);
INSERT INTO outbox VALUES (132, 'm:8:14', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890340000, 0, NULL, 'done', 89, 1000011, 946890340000);
INSERT INTO outbox VALUES (133, 'e:8:14', 8, 'idempotent', 'edit', 1000011, '', 'm:8:13', 5, NULL, 946890340000, 0, NULL, 'done', 88, 1000011, 946890340000);
INSERT INTO outbox VALUES (134, 'm:8:15', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890345000, 0, NULL, 'done', 90, 1000011, 946890345000);
INSERT INTO outbox VALUES (135, 'e:8:15', 8, 'idempotent', 'edit', 1000011, '', 'm:8:14', 5, NULL, 946890345000, 0, NULL, 'done', 89, 1000011, 946890345000);
INSERT INTO outbox VALUES (136, 'm:8:16', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890350000, 0, NULL, 'done', 91, 1000011, 946890350000);
INSERT INTO outbox VALUES (137, 'e:8:16', 8, 'idempotent', 'edit', 1000011, '', 'm:8:15', 5, NULL, 946890350000, 0, NULL, 'done', 90, 1000011, 946890350000);
INSERT INTO outbox VALUES (138, 'm:8:17', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890355000, 0, NULL, 'done', 93, 1000011, 946890355000);
INSERT INTO outbox VALUES (139, 'e:8:17', 8, 'idempotent', 'edit', 1000011, '', 'm:8:16', 5, NULL, 946890355000, 0, NULL, 'done', 91, 1000011, 946890355000);
INSERT INTO outbox VALUES (140, 'm:8:18', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890360000, 0, NULL, 'done', 94, 1000011, 946890360000);
INSERT INTO outbox VALUES (141, 'm:8:19', 8, 'reply', 'send', 1000011, '', '', 1, NULL, 946890360000, 0, NULL, 'done', 95, 1000011, 946890360000);
INSERT INTO outbox VALUES (142, 'e:8:18', 8, 'idempotent', 'edit', 1000011, '', 'm:8:17', 5, NULL, 946890360000, 0, NULL, 'done', 93, 1000011, 946890360066);
INSERT INTO outbox VALUES (143, 'topic:8', 8, 'critical', 'topic', 0, '', '', 0, NULL, 946890360000, 0, NULL, 'done', 4, -1001000000004, 946890360000);
INSERT INTO outbox VALUES (144, 'card:8:1', 8, 'critical', 'send', 0, 'topic:8', '', 0, NULL, 946890360000, 0, NULL, 'done', 5, -1001000000004, 946890360033);
INSERT INTO outbox VALUES (145, 'remind:2:1:7', 2, 'once', 'send', 1000006, '', '', 3, NULL, 946893725000, 0, 946922400000, 'done', 96, 1000006, 946893725000);
INSERT INTO outbox VALUES (146, 'e:2:4', 2, 'idempotent', 'edit', 1000006, '', 'm:2:6', 5, NULL, 946893725000, 0, NULL, 'done', 31, 1000006, 946893725000);
INSERT INTO outbox VALUES (147, 'm:9:1', 9, 'reply', 'send', 1000005, '', '', 1, NULL, 946897205000, 0, NULL, 'done', 98, 1000005, 946897205000);
INSERT INTO outbox VALUES (148, 'm:9:2', 9, 'reply', 'send', 1000005, '', '', 1, NULL, 946897205000, 0, NULL, 'done', 99, 1000005, 946897205000);
INSERT INTO outbox VALUES (149, 'm:9:3', 9, 'reply', 'send', 1000005, '', '', 1, NULL, 946897210000, 0, NULL, 'done', 100, 1000005, 946897210000);
INSERT INTO outbox VALUES (150, 'e:9:1', 9, 'idempotent', 'edit', 1000005, '', 'm:9:2', 5, NULL, 946897210000, 0, NULL, 'done', 99, 1000005, 946897210000);
INSERT INTO outbox VALUES (151, 'm:9:4', 9, 'reply', 'send', 1000005, '', '', 1, NULL, 946897215000, 0, NULL, 'done', 101, 1000005, 946897215000);
INSERT INTO outbox VALUES (152, 'e:9:2', 9, 'idempotent', 'edit', 1000005, '', 'm:9:3', 5, NULL, 946897215000, 0, NULL, 'done', 100, 1000005, 946897215000);
INSERT INTO outbox VALUES (153, 'm:9:5', 9, 'reply', 'send', 1000005, '', '', 1, NULL, 946897220000, 0, NULL, 'done', 103, 1000005, 946897220000);
INSERT INTO outbox VALUES (154, 'e:9:3', 9, 'idempotent', 'edit', 1000005, '', 'm:9:4', 5, NULL, 946897220000, 0, NULL, 'done', 101, 1000005, 946897220000);
INSERT INTO outbox VALUES (155, 'm:10:1', 10, 'reply', 'send', 1000012, '', '', 1, NULL, 946897225000, 0, NULL, 'done', 105, 1000012, 946897225000);
INSERT INTO outbox VALUES (156, 'm:10:2', 10, 'reply', 'send', 1000012, '', '', 1, NULL, 946897225000, 0, NULL, 'done', 106, 1000012, 946897225000);
INSERT INTO outbox VALUES (157, 'm:10:3', 10, 'reply', 'send', 1000012, '', '', 1, NULL, 946897230000, 0, NULL, 'done', 107, 1000012, 946897230000);
INSERT INTO outbox VALUES (158, 'e:10:1', 10, 'idempotent', 'edit', 1000012, '', 'm:10:2', 5, NULL, 946897230000, 0, NULL, 'done', 106, 1000012, 946897230000);
INSERT INTO outbox VALUES (159, 'm:11:1', 11, 'reply', 'send', 1000013, '', '', 1, NULL, 946900807000, 0, NULL, 'done', 109, 1000013, 946900807000);
INSERT INTO outbox VALUES (160, 'm:11:2', 11, 'reply', 'send', 1000013, '', '', 1, NULL, 946900807000, 0, NULL, 'done', 110, 1000013, 946900807000);
INSERT INTO outbox VALUES (161, 'm:11:3', 11, 'reply', 'send', 1000013, '', '', 1, NULL, 946900812000, 0, NULL, 'done', 111, 1000013, 946900812000);
INSERT INTO outbox VALUES (162, 'e:11:1', 11, 'idempotent', 'edit', 1000013, '', 'm:11:2', 5, NULL, 946900812000, 0, NULL, 'done', 110, 1000013, 946900812000);
INSERT INTO outbox VALUES (163, 'm:11:4', 11, 'reply', 'send', 1000013, '', '', 1, CAST('{"t":[{"t":"Зову человека, коллега напишет вам "},{"t":"в течение 15 минут"},{"t":"."},{"t":"\n\n"},{"t":"А пока можно спокойно продолжить."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"b":[[{"t":"1. Одна тема","d":"a:niche:has:4"}],[{"t":"2. Несколько тем","d":"a:niche:several:4"}],[{"t":"3. Сомневаюсь в выборе","d":"a:niche:doubts:4"}],[{"t":"4. Пока ни одной","d":"a:niche:none:4"}],[{"t":"Человек","d":"human:4"}]]}' AS BLOB), 946900817000, 0, NULL, 'flying', NULL, NULL, NULL);
INSERT INTO outbox VALUES (164, 'e:11:2', 11, 'idempotent', 'edit', 1000013, '', 'm:11:3', 5, CAST('{"t":[{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}]}' AS BLOB), 946900817000, 0, NULL, 'flying', NULL, NULL, NULL);
INSERT INTO outbox VALUES (165, 'topic:11', 11, 'critical', 'topic', 0, '', '', 0, CAST('{"t":[{"t":"Кира","f":true},{"t":" · "},{"t":"Без оценки"}]}' AS BLOB), 946900817000, 0, NULL, 'flying', NULL, NULL, NULL);
INSERT INTO outbox VALUES (166, 'card:11:1', 11, 'critical', 'send', 0, 'topic:11', '', 0, CAST('{"t":[{"t":"Просит человека","b":true},{"t":"\n"},{"t":"Без оценки"},{"t":" · "},{"t":"этап неизвестен"},{"t":" · "},{"t":"0"},{"t":" из 100"},{"t":" · "},{"t":"срочно"},{"t":"\n"},{"t":"Кира","f":true,"p":1000013},{"t":"\n"},{"t":"Обещано: ","b":true},{"t":""},{"t":"ответ до "},{"t":"03.01 15:15"},{"t":"\n"},{"t":"Дальше: ","b":true},{"t":""},{"t":"Написать сейчас: просит человека. Начать с его вопроса."},{"t":" "},{"t":"До "},{"t":"03.01 15:15"},{"t":"."},{"t":"\n"},{"t":"Черновик ответа: ","b":true},{"t":""},{"t":"Здравствуйте, "},{"t":"Кира","f":true},{"t":"! Это "},{"t":"агентство продвижения коучей"},{"t":", пишу по вашей заявке. Когда удобно обсудить детали?"}],"b":[[{"t":"Взять","d":"m:11:claim"}]]}' AS BLOB), 946900817000, 0, NULL, 'flying', NULL, NULL, NULL);
INSERT INTO outbox VALUES (167, 'remind:9:1:6', 9, 'once', 'send', 1000005, '', '', 3, CAST('{"t":[{"t":"Вера","f":true},{"t":", ваши ответы сохранены. Продолжить можно с этого же места."},{"t":"\n\n"},{"t":"Что сейчас с вашим продуктом — курсом, программой или сессиями?"},{"t":"\n\n"},{"t":"3"},{"t":" из "},{"t":"18"}],"b":[[{"t":"1. Готов и продаётся","d":"a:product:in_place:6"}],[{"t":"2. Готов, но продаж мало","d":"a:product:few_sales:6"}],[{"t":"3. Не знаю, какой продвигать","d":"a:product:not_chosen:6"}],[{"t":"4. Продвигать сразу несколько","d":"a:product:multi:6"}],[{"t":"5. Ещё не готов","d":"a:product:not_written:6"}],[{"t":"Назад","d":"back:6"},{"t":"Человек","d":"human:6"}]]}' AS BLOB), 946900820000, 0, 946922400000, 'waiting', NULL, NULL, NULL);
INSERT INTO outbox VALUES (168, 'e:9:4', 9, 'idempotent', 'edit', 1000005, '', 'm:9:5', 5, CAST('{"t":[{"t":"Что сейчас с вашим продуктом — курсом, программой или сессиями?"},{"t":"\n\n"},{"t":"3"},{"t":" из "},{"t":"18"}]}' AS BLOB), 946900820000, 0, NULL, 'flying', NULL, NULL, NULL);
INSERT INTO outbox VALUES (169, 'm:6:18', 6, 'reply', 'send', 1000010, '', '', 1, CAST('{"t":[{"t":"Зову человека, коллега напишет вам "},{"t":"в течение 15 минут"},{"t":"."}]}' AS BLOB), 946900822000, 0, NULL, 'flying', NULL, NULL, NULL);
INSERT INTO outbox VALUES (170, 'topic:6', 6, 'critical', 'topic', 0, '', '', 0, CAST('{"t":[{"t":"Ива","f":true},{"t":" · "},{"t":"Операционный"}]}' AS BLOB), 946900822000, 0, NULL, 'flying', NULL, NULL, NULL);
INSERT INTO outbox VALUES (171, 'card:6:1', 6, 'critical', 'send', 0, 'topic:6', '', 0, CAST('{"t":[{"t":"Просит человека","b":true},{"t":"\n"},{"t":"Операционный"},{"t":" · "},{"t":"новичок"},{"t":" · "},{"t":"14"},{"t":" из 100"},{"t":" · "},{"t":"срочно"},{"t":"\n"},{"t":"Ива","f":true,"p":1000010},{"t":"\n"},{"t":"Ниша: Пока ни одной · Продукт: Ещё не готов","f":true},{"t":"\n"},{"t":"Консультация: Пока подумаю · Участие: Группа","f":true},{"t":"\n"},{"t":"Место: Онлайн · Подача: В записи","f":true},{"t":"\n"},{"t":"Начало: Позже, срока пока нет · Опыт: Всё веду самостоятельно","f":true},{"t":"\n"},{"t":"Бюджет в месяц: Пока нисколько · Кто решает: Только я","f":true},{"t":"\n"},{"t":"Звонок: Лучше переписка","f":true},{"t":"\n"},{"t":"За: ","b":true},{"t":""},{"t":"формат +5, кто решает «Только я» +3","f":true},{"t":"\n"},{"t":"Риски: ","b":true},{"t":""},{"t":"бюджет в месяц «Пока нисколько», продукт «Ещё не готов»","f":true},{"t":"\n"},{"t":"Обещано: ","b":true},{"t":""},{"t":"ответ до "},{"t":"03.01 15:15"},{"t":"\n"},{"t":"Дальше: ","b":true},{"t":""},{"t":"Спросить про список людей за полгода и выбрать самую прибыльную тему."},{"t":" "},{"t":"До "},{"t":"03.01 15:15"},{"t":"."},{"t":"\n"},{"t":"Черновик ответа: ","b":true},{"t":""},{"t":"Здравствуйте, "},{"t":"Ива","f":true},{"t":"! Это "},{"t":"агентство продвижения коучей"},{"t":", пишу по вашей заявке. Когда удобно обсудить детали?"},{"t":"\n"},{"t":"Схема: ","b":true},{"t":""},{"t":"Записи: реклама на пробный урок, серия писем, оплата на странице."},{"t":"\n"},{"t":"Усилия: ","b":true},{"t":""},{"t":"Переписка и готовое предложение; звонок по просьбе, без скидок."}],"b":[[{"t":"Взять","d":"m:6:claim"}]]}' AS BLOB), 946900822000, 0, NULL, 'flying', NULL, NULL, NULL);
INSERT INTO outbox VALUES (172, 'm:2:8', 2, 'reply', 'send', 1000006, '', '', 1, CAST('{"t":[{"t":"Есть ли у программы лендинг — отдельная страница с описанием и оплатой?"},{"t":"\n\n"},{"t":"3"},{"t":" из "},{"t":"17"}],"b":[[{"t":"1. Есть","d":"a:landing:yes:8"}],[{"t":"2. Пока нет","d":"a:landing:no:8"}],[{"t":"Пропустить","d":"skip:landing:8"},{"t":"Назад","d":"back:8"},{"t":"Человек","d":"human:8"}]]}' AS BLOB), 946900828000, 0, NULL, 'flying', NULL, NULL, NULL);
INSERT INTO outbox VALUES (173, 'e:2:5', 2, 'idempotent', 'edit', 1000006, '', 'remind:2:1:7', 5, CAST('{"t":[{"t":"Рита","f":true},{"t":", ваши ответы сохранены. Продолжить можно с этого же места."},{"t":"\n\n"},{"t":"Что сейчас с вашим продуктом — курсом, программой или сессиями?"},{"t":"\n\n"},{"t":"2"},{"t":" из "},{"t":"17"},{"t":"\n\n"},{"t":"✓ Готов и продаётся","f":true}]}' AS BLOB), 946900828000, 0, NULL, 'flying', NULL, NULL, NULL);
INSERT INTO outbox VALUES (174, 'remind:10:1:4', 10, 'once', 'send', 1000012, '', '', 3, CAST('{"t":[{"t":"Даша","f":true},{"t":", ваши ответы сохранены. Продолжить можно с этого же места."},{"t":"\n\n"},{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}],"b":[[{"t":"1. Одна тема","d":"a:niche:has:4"}],[{"t":"2. Несколько тем","d":"a:niche:several:4"}],[{"t":"3. Сомневаюсь в выборе","d":"a:niche:doubts:4"}],[{"t":"4. Пока ни одной","d":"a:niche:none:4"}],[{"t":"Человек","d":"human:4"}]]}' AS BLOB), 946900830000, 0, 946922400000, 'flying', NULL, NULL, NULL);
INSERT INTO outbox VALUES (175, 'e:10:2', 10, 'idempotent', 'edit', 1000012, '', 'm:10:3', 5, CAST('{"t":[{"t":"Начнём с ниши, то есть с темы вашей работы. Вы с ней уже определились?"},{"t":"\n\n"},{"t":"1"},{"t":" из "},{"t":"20"}]}' AS BLOB), 946900830000, 0, NULL, 'flying', NULL, NULL, NULL);

INSERT INTO notes VALUES ('alive', '2000-01-03T12:00:00Z');
INSERT INTO notes VALUES ('digest', '2000-01-03T09:00:00Z');

INSERT INTO dead_letters VALUES (1, 946890265000, 700000056, 1, CAST('{"message":{"message_id":1e99,"chat":{"id":1}},"update_id":700000056}' AS BLOB), 'the update could not be read');
COMMIT;
