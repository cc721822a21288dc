// The demo's page. The server tells what happens by events; everything here
// follows from the messages that it has told of. Nothing from the server is ever
// parsed as HTML: nodes are built with textContent.

const $ = (selector, root = document) => root.querySelector(selector)
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)]

/** el('button.icon', {onclick, 'aria-label': '…'}, child, 'text') builds a node. */
function el(spec, props = {}, ...children) {
  const [tag, ...classes] = spec.split('.')
  const node = document.createElement(tag || 'div')
  if (tag === 'button') node.type = 'button'
  if (classes.length) node.className = classes.join(' ')
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue
    if (name.startsWith('on')) node[name] = value
    else node.setAttribute(name, value === true ? '' : value)
  }
  node.append(...children.filter(c => c !== null && c !== undefined && c !== ''))
  return node
}

function icon(name, className = '') {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', '#i-' + name)
  svg.append(use)
  if (className) svg.setAttribute('class', className)
  svg.setAttribute('aria-hidden', 'true')
  return svg
}

/** setText changes a node only when it has to: readers and selections stay. */
function setText(node, text) { if (node.textContent !== text) node.textContent = text }

/** reconcile makes the nodes the children of parent and touches only what differs. */
function reconcile(parent, nodes) {
  let at = parent.firstChild
  for (const node of nodes) {
    if (node === at) at = at.nextSibling
    else parent.insertBefore(node, at)
  }
  while (at) { const next = at.nextSibling; at.remove(); at = next }
}

// ---------------------------------------------------------------- what we know

const model = {
  epoch: '', seq: 0, status: { prospects: [] }, staff: [], owner: {}, managers: {}, bot: {}, commands: [], personas: [], names: [],
  chats: new Map(),   // chat id → Map(message id → message)
  typing: new Map(),  // "chat:thread" → until
  read: new Map(),    // "chat:thread" → last message id that was seen
  skew: 0,            // the demo's clock minus ours, ms
}

const keyOf = m => m.chat.id + ':' + (m.chat.is_forum ? m.message_thread_id || 0 : 0)
const isService = m => m.new_chat_members || m.left_chat_member || m.forum_topic_created || m.forum_topic_edited ||
  m.forum_topic_closed || m.forum_topic_reopened || m.migrate_to_chat_id || m.migrate_from_chat_id
const byBot = m => m.from && m.from.is_bot && !m.sender_chat
const person = id => [...model.status.prospects, ...model.staff, model.owner].find(p => p.id === id)

function remember(m) {
  let chat = model.chats.get(m.chat.id)
  if (!chat) model.chats.set(m.chat.id, chat = new Map())
  if (m.deleted) chat.delete(m.message_id)
  else chat.set(m.message_id, m)
}

/** messagesOf returns what stands in a chat and topic, oldest first. */
function messagesOf(key, limit = 300) {
  const all = [...(model.chats.get(Number(key.split(':')[0])) || new Map()).values()].filter(m => keyOf(m) === key)
  return all.sort((a, b) => a.message_id - b.message_id).slice(-limit)
}

/** topics returns the topics of the managers' forum, the liveliest first. */
function topics() {
  const found = new Map([[0, { id: 0, name: 'Общая тема', general: true }]])
  for (const m of (model.chats.get(model.managers.id) || new Map()).values()) {
    const id = m.message_thread_id || 0
    if (m.forum_topic_created) found.set(m.message_id, { ...found.get(m.message_id), id: m.message_id, name: m.forum_topic_created.name, color: m.forum_topic_created.icon_color })
    const topic = found.get(id)
    if (!topic) continue
    if (m.forum_topic_edited?.name) topic.name = m.forum_topic_edited.name
    if (m.forum_topic_closed) topic.closed = true
    if (m.forum_topic_reopened) topic.closed = false
    if (!topic.last || m.message_id > topic.last.message_id) topic.last = m
  }
  return [...found.values()].sort((a, b) => (b.last?.date || 0) - (a.last?.date || 0) || b.id - a.id)
}

/** keyboardOf returns the reply keyboard that stands under a chat, or nothing. */
function keyboardOf(key) {
  const m = messagesOf(key).reverse().find(m => m.keyboard || m.remove_keyboard)
  return m && m.keyboard ? { rows: m.keyboard.keyboard, id: m.message_id, placeholder: m.keyboard.input_field_placeholder } : null
}

/** unread counts what others wrote after the last message seen; loud is false when all came without sound. */
function unread(key, self) {
  const seen = model.read.get(key) || 0
  const fresh = messagesOf(key).filter(m => m.message_id > seen && m.from?.id !== self && !m.forum_topic_created)
  return { count: fresh.length, loud: fresh.some(m => !m.silent) }
}

function saveRead() { try { sessionStorage.setItem('read', JSON.stringify([model.epoch, [...model.read]])) } catch { /* private mode */ } }
function loadRead() {
  model.read = new Map()
  try {
    const [epoch, read] = JSON.parse(sessionStorage.getItem('read')) || []
    if (epoch === model.epoch) { model.read = new Map(read); return }
  } catch { /* nothing kept */ }
  for (const chat of model.chats.values()) for (const m of chat.values()) model.read.set(keyOf(m), Math.max(m.message_id, model.read.get(keyOf(m)) || 0))
}

// ---------------------------------------------------------------- time

const zone = () => ['Local', ''].includes(model.status.zone) ? undefined : model.status.zone
const formats = new Map()
function format(date, options) {
  const name = JSON.stringify(options) + zone()
  if (!formats.has(name)) formats.set(name, new Intl.DateTimeFormat('ru-RU', { ...options, timeZone: zone() }))
  return formats.get(name).format(date)
}
const hour = date => format(date, { hour: '2-digit', minute: '2-digit' })
const dayName = date => format(date, { day: 'numeric', month: 'long' })
const demoNow = () => new Date(Date.now() + model.skew)
const shortTime = date => dayName(date) === dayName(demoNow()) ? hour(date) : format(date, { day: '2-digit', month: '2-digit' })

function drawClock() {
  const date = matchMedia('(max-width: 980px)').matches ? { day: 'numeric', month: 'short' } : { weekday: 'short', day: 'numeric', month: 'long' }
  setText($('#clock'), format(demoNow(), date) + ', ' + hour(demoNow()))
}

// ---------------------------------------------------------------- talking to the server

async function order(name, body = {}) {
  const response = await fetch('/api/' + name, {
    method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Leadbot-Demo': '1' }, body: JSON.stringify(body),
  }).catch(() => null)
  const answer = await response?.json().catch(() => null)
  if (!response?.ok) throw new Error(answer?.error || 'Программа не отвечает.')
  return answer
}

/** attempt runs an order and shows in the pane why it failed. */
async function attempt(pane, work) {
  try { return await work() } catch (error) { (pane || panes.prospect).toast(error.message) }
}

let loading = null
let waiting = [] // events that came while the state was being loaded

/** load takes the whole state anew. */
function load() {
  loading ||= (async () => {
    const fresh = !model.epoch
    const state = await (await fetch('/api/state')).json()
    const other = state.epoch !== model.epoch
    Object.assign(model, state, { chats: new Map(), typing: new Map() })
    for (const m of state.messages) remember(m)
    delete model.messages
    if (other) loadRead()
    takeStatus(state.status)
    for (const pane of Object.values(panes)) pane.renew(other)
    loading = null
    for (const e of waiting.splice(0)) receive(e)
    if (other && !fresh) panes.prospect.toast('Всё начато заново')
  })().catch(() => { loading = null; return new Promise(done => setTimeout(done, 1500)).then(load) })
  return loading
}

function takeStatus(status) {
  const before = model.status.prospects.filter(p => p.plays)
  model.status = status
  model.skew = new Date(status.now) - Date.now()
  for (const p of before) {
    const now = status.prospects.find(n => n.id === p.id)
    if (now && !now.plays && p.id === panes.prospect.person) panes.prospect.toast('Сценарий сыгран, дальше пишете вы')
  }
  drawClock()
  for (const button of $$('[data-action^=jump], [data-action=reset]')) {
    button.disabled = !!status.busy
    button.classList.toggle('now', button.dataset.action.endsWith(status.busy || '-'))
  }
  draw()
}

/** receive takes one item of the stream; every page of this browser gets each. */
function receive(item) {
  if (loading) { waiting.push(item); return }
  if (item.type === 'status') return takeStatus(item.data)
  if (item.type === 'lost') return void ($('#lost').hidden = !item.data)
  const [epoch, seq] = (item.id || '').split(':')
  if (item.type === 'reload' || epoch !== model.epoch || Number(seq) > model.seq + 1) return void load()
  if (Number(seq) <= model.seq) return
  model.seq = Number(seq)
  if (item.data.kind) take(item.data)
}

function take({ kind, message }) {
  const key = keyOf(message)
  if (kind === 'typing') {
    model.typing.set(key, Date.now() + 5000)
    setTimeout(draw, 5100)
  } else if (kind !== 'answered') {
    if (kind === 'sent') { message.fresh = Date.now(); if (byBot(message)) model.typing.delete(key) }
    remember(message)
  }
  draw()
}

/**
 * connect listens to the stream. A browser opens six connections to a server at
 * most, so one page of all holds the stream and tells the others.
 */
function connect() {
  const others = new BroadcastChannel('leadbot-demo')
  others.onmessage = e => receive(e.data)
  const tell = item => { receive(item); others.postMessage(item) }
  const listen = () => {
    const source = new EventSource('/api/events?after=' + encodeURIComponent(model.epoch + ':' + model.seq))
    source.onopen = () => tell({ type: 'lost', data: false })
    source.onmessage = e => tell({ type: 'event', id: e.lastEventId, data: JSON.parse(e.data) })
    source.addEventListener('status', e => tell({ type: 'status', data: JSON.parse(e.data) }))
    source.addEventListener('reload', async () => { source.close(); tell({ type: 'reload' }); await load(); listen() })
    source.onerror = () => {
      tell({ type: 'lost', data: true })
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 2000)
    }
  }
  if (navigator.locks) navigator.locks.request('leadbot-demo', () => new Promise(listen))
  else listen()
}

// ---------------------------------------------------------------- pieces of messages

const gradients = [['#ff885e', '#ff516a'], ['#ffcd6a', '#ffa85c'], ['#82b1ff', '#665fff'], ['#a0de7e', '#54cb68'], ['#53edd6', '#28c9b7'], ['#72d5fd', '#2a9ef1'], ['#e0a2f3', '#d669ed']]
const nameColors = ['#cc5049', '#d67722', '#955cdb', '#40a920', '#309eba', '#368ad1', '#c7508b']

function face(id, name, className = '') {
  const [from, to] = gradients[Math.abs(id) % gradients.length]
  const letters = name.replace(/[^\p{L}\p{N} ]/gu, '').trim().split(/\s+/).slice(0, 2).map(w => [...w][0] || '').join('').toUpperCase()
  const node = el('span.face' + className, { 'aria-hidden': 'true' }, letters || '#')
  node.style.setProperty('--c1', from)
  node.style.setProperty('--c2', to)
  return node
}

function badge({ count, loud }) {
  return count ? el('span.badge' + (loud ? '' : '.quiet'), { 'aria-label': 'не прочитано: ' + count }, String(count)) : null
}

const nameOf = user => [user?.first_name, user?.last_name].filter(Boolean).join(' ')
const people = n => n + ' ' + ({ one: 'участник', few: 'участника' }[new Intl.PluralRules('ru').select(n)] || 'участников')
const authorOf = m => m.sender_chat ? m.sender_chat.title : nameOf(m.from)

/** summary is a message in one line. */
function summary(m) {
  if (isService(m)) return serviceText(m)
  const what = m.photo ? 'Фотография' : m.voice ? 'Голосовое сообщение' : m.video_note ? 'Видеосообщение' : m.video ? 'Видео' : m.sticker ? 'Стикер ' + (m.sticker.emoji || '') :
    m.document ? m.document.file_name || 'Файл' : m.location ? 'Геопозиция' : m.contact ? 'Контакт' : ''
  return [what, m.text || m.caption].filter(Boolean).join(', ').replace(/\s+/g, ' ')
}

function serviceText(m) {
  const who = authorOf(m)
  if (m.forum_topic_created) return `${who}: создана тема «${m.forum_topic_created.name}»`
  if (m.forum_topic_edited) return m.forum_topic_edited.name ? `${who}: тема теперь называется «${m.forum_topic_edited.name}»` : `${who}: тема изменена`
  if (m.forum_topic_closed) return `${who}: тема закрыта`
  if (m.forum_topic_reopened) return `${who}: тема снова открыта`
  if (m.new_chat_members) return 'Теперь в группе: ' + m.new_chat_members.map(nameOf).join(', ')
  if (m.left_chat_member) return nameOf(m.left_chat_member) + ' больше не в группе'
  return 'Группа обновлена'
}

/** rich returns the nodes of a text with its entities; offsets count UTF-16 units, as strings do here. */
function rich(text, entities = [], pane) {
  const build = (begin, end, list) => {
    const nodes = []
    let at = begin
    while (list.length) {
      const [first, ...rest] = list
      const from = Math.max(first.offset, at), to = Math.min(first.offset + first.length, end)
      const inner = rest.filter(e => e.offset < to), outer = rest.filter(e => e.offset >= to)
      if (from > at) nodes.push(text.slice(at, from))
      if (to > from) { nodes.push(mark(first, text.slice(from, to), build(from, to, inner), pane)); at = to }
      list = outer
    }
    if (end > at) nodes.push(text.slice(at, end))
    return nodes
  }
  const inOrder = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length)
  return build(0, text.length, inOrder)
}

const plainTags = { bold: 'b', italic: 'i', underline: 'u', strikethrough: 's', code: 'code', pre: 'pre', blockquote: 'blockquote', expandable_blockquote: 'blockquote' }

function mark(entity, text, inner, pane) {
  if (plainTags[entity.type]) return el(plainTags[entity.type], {}, ...inner)
  switch (entity.type) {
    case 'spoiler': return el('span.spoiler', { role: 'button', tabindex: 0, 'aria-label': 'Скрытый текст', onclick: e => e.currentTarget.classList.add('seen') }, ...inner)
    case 'text_link': return linkTo(entity.url, inner, pane)
    case 'url': return linkTo(/^[a-z]+:\/\//i.test(text) ? text : 'https://' + text, inner, pane)
    case 'email': return el('a', { href: 'mailto:' + text }, ...inner)
    case 'bot_command': return action(inner, () => pane.send(text), { 'data-command': text })
    case 'mention': case 'text_mention': case 'hashtag': case 'phone_number': return el('span.link', {}, ...inner)
  }
  return el('span', {}, ...inner)
}

/** action is a link that does something here. It is no button element: those break lines before a full stop. */
function action(inner, run, props = {}) {
  return el('a.link', { href: '#', role: 'button', ...props, onclick: e => { e.preventDefault(); run() } }, ...inner)
}

/** linkTo opens a topic of the managers or a start link here, the rest of http in a new window. */
function linkTo(url, inner, pane) {
  let address
  try { address = new URL(url) } catch { return el('span.link', {}, ...inner) }
  const path = address.pathname.split('/').filter(Boolean)
  const here = address.hostname === 't.me' && (
    path[0] === 'c' && '-100' + path[1] === String(model.managers.id) ? () => panes.managers.go(Number(path[2] || 0)) :
    path[0] === model.bot.username && address.searchParams.has('start') ? () => panes.prospect.send('/start ' + address.searchParams.get('start')) : null)
  if (here) return action(inner, here, { title: url })
  if (!['http:', 'https:'].includes(address.protocol)) return action(inner, () => pane.toast('В Telegram здесь откроется профиль'), { title: url })
  return el('a', { href: address.href, target: '_blank', rel: 'noopener noreferrer', title: url }, ...inner)
}

const fileURL = file => '/api/file/' + encodeURIComponent(file.file_id)
const length = seconds => Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0')
const size = bytes => bytes > 1048576 ? (bytes / 1048576).toFixed(1) + ' МБ' : bytes > 1024 ? Math.round(bytes / 1024) + ' КБ' : (bytes || 0) + ' Б'
const card = (disc, title, under) => el('div.card', {}, el('span.disc', {}, disc), el('span', {}, el('b', {}, title), el('small', {}, under)))

/** media returns the node of what a message shows besides its text, or null. */
function media(m) {
  if (m.photo) return photo(m)
  if (m.document) return el('a', { href: fileURL(m.document), download: m.document.file_name || 'file' }, card(icon('file'), m.document.file_name || 'Файл', size(m.document.file_size)))
  if (m.voice) return el('div.card', {}, el('span.disc', {}, icon('play')), el('span', {}, wave(m.message_id), el('small', {}, 'Голосовое, ' + length(m.voice.duration || 0))))
  if (m.video_note) return card(icon('play'), 'Видеосообщение', length(m.video_note.duration || 0))
  if (m.video) return card(icon('play'), 'Видео', length(m.video.duration || 0))
  if (m.contact) return card([...(m.contact.first_name || '?')][0], nameOf(m.contact), m.contact.phone_number)
  if (m.location) return card(icon('pin'), 'Геопозиция', m.location.latitude.toFixed(4) + ', ' + m.location.longitude.toFixed(4))
  if (m.sticker) return el('div.big', { role: 'img', 'aria-label': 'Стикер ' + (m.sticker.emoji || '') }, m.sticker.emoji || '🙂')
  return null
}

function photo(m) {
  const file = m.photo.at(-1), url = fileURL(file)
  const image = el('img', { src: url, alt: m.caption || 'Фотография', width: file.width, height: file.height, loading: 'lazy' })
  image.onerror = () => image.replaceWith(el('span.none', {}, 'Картинка'))
  image.onload = () => Object.values(panes).forEach(p => p.pinned && p.toEnd())
  return el('button.photo' + (m.caption ? '' : '.alone'), { 'aria-label': 'Открыть картинку', onclick: () => showPicture(url, m.caption) }, image)
}

function wave(seed) {
  const bars = Array.from({ length: 28 }, (_, i) => {
    const bar = el('i')
    bar.style.height = 4 + Math.abs(Math.sin(seed * 7 + i * 1.7) * Math.cos(i * .6 + seed)) * 17 + 'px'
    return bar
  })
  return el('span.wave', { 'aria-hidden': 'true' }, ...bars)
}

function meta(m, out) {
  return el('span.meta', {},
    m.silent ? el('span', { title: 'Пришло без звука', 'aria-label': 'без звука', role: 'img' }, icon('bell')) : null,
    m.edit_date ? el('span', { title: 'Изменено в ' + hour(new Date(m.edit_date * 1000)) }, 'изменено') : null,
    el('time', { datetime: new Date(m.date * 1000).toISOString() }, hour(new Date(m.date * 1000))),
    out ? icon('ticks', 'ticks') : null)
}

function quote(m, pane) {
  const to = m.reply_to_message
  if (!to || to.forum_topic_created) return null
  return el('button.quote', { 'aria-label': 'К сообщению, на которое это ответ', onclick: () => pane.find(to.message_id) },
    el('b', {}, authorOf(to)), el('span', {}, summary(to)))
}

/** inlineRows returns the buttons under a message. */
function inlineRows(m, pane) {
  if (!m.reply_markup?.inline_keyboard) return null
  return el('div.rows', {}, ...m.reply_markup.inline_keyboard.map(row => el('div', {}, ...row.map(b => inlineButton(m, b, pane)))))
}

function inlineButton(m, b, pane) {
  if (b.url) {
    const button = linkTo(b.url, [b.text], pane)
    return el('button', { 'data-button': b.url, onclick: () => button.click() }, b.text, icon('out'))
  }
  if (b.copy_text) return el('button', { 'data-button': 'copy', onclick: () => copy(b.copy_text.text, pane) }, b.text)
  return el('button', { 'data-button': b.callback_data || '', onclick: e => pane.press(m, b, e.currentTarget) }, b.text)
}

function copy(text, pane) {
  navigator.clipboard.writeText(text).then(() => pane.toast('Скопировано'), () => pane.toast(text))
}

// ---------------------------------------------------------------- panes

const roles = {
  prospect: { who: 'Клиент', hint: 'что видит человек, пришедший по рекламе', empty: 'Нажмите «Запустить», как по ссылке из рекламы. Или сыграйте готового человека, кнопка вверху.' },
  managers: { who: 'Менеджеры', hint: 'закрытая группа: сюда приходят заявки', empty: 'Здесь пока тихо.' },
  owner: { who: 'Владелец', hint: 'раз в неделю сводка и решения', empty: 'По понедельникам сюда приходит сводка. Не хочется ждать, нажмите «До сводки».' },
}
const attachments = [['photo', 'Фотография'], ['voice', 'Голосовое'], ['document', 'Файл'], ['sticker', 'Стикер'], ['location', 'Геопозиция']]

class Pane {
  constructor(name) {
    this.name = name
    this.root = $('#pane').content.firstElementChild.cloneNode(true)
    this.root.dataset.pane = name
    this.root.setAttribute('aria-label', roles[name].who)
    setText($('.who', this.root), roles[name].who)
    setText($('.hint', this.root), roles[name].hint)
    this.log = $('.log', this.root)
    this.log.setAttribute('aria-label', 'Переписка: ' + roles[name].who)
    this.input = $('textarea', this.root)
    this.nodes = new Map() // "message id" or "day" → {sign, node}
    this.heads = new Map() // buttons of people and topics, by what they show
    this.pinned = true
    this.about = null      // {reply} or {edit}: a message
    this.drafts = new Map()
    this.wire()
    $('#panes').append(this.root)
  }

  wire() {
    this.log.onscroll = () => {
      this.pinned = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80
      if (this.pinned) draw()
      $('.newest', this.root).classList.toggle('shown', !this.pinned)
    }
    $('.newest', this.root).onclick = () => { this.toEnd(); draw() }
    $('.back', this.root).onclick = () => this.go(null)
    $('.composer', this.root).onsubmit = e => { e.preventDefault(); this.submit() }
    this.input.oninput = () => this.grow()
    this.input.onkeydown = e => this.onKey(e)
    $('[data-action=attach]', this.root).onclick = e => this.menu(e.currentTarget, attachments.map(([kind, label]) => [label, '', () => this.attach(kind), kind]))
    $('[data-action=commands]', this.root).onclick = e => this.menu(e.currentTarget, model.commands.map(c => ['/' + c.command, c.description, () => this.send('/' + c.command), c.command]))
    $('[data-action=keys]', this.root).onclick = () => { this.keysHidden = !this.keysHidden; draw() }
  }

  /** renew forgets what belonged to another state of the server. */
  renew(other) {
    this.nodes.clear()
    this.heads.clear()
    if (!other) return
    this.about = null
    this.drafts.clear()
    this.pinned = true
    if (this.name === 'prospect') this.person = model.status.prospects[0]?.id
    if (this.name === 'managers') { this.person = model.staff[0]?.id; this.thread = null }
    if (this.name === 'owner') this.person = model.owner.id
  }

  get chat() { return this.name === 'managers' ? model.managers.id : this.person }
  get listing() { return this.name === 'managers' && model.managers.is_forum && this.thread === null }
  get key() { return this.chat + ':' + (this.thread || 0) }
  get visible() { return document.visibilityState === 'visible' && this.root.offsetParent !== null && !this.listing }

  /** go opens a topic, null the list of topics. */
  go(thread) {
    this.swap(() => { this.thread = thread })
    if (this.root.offsetParent === null) showTab(this.name)
    if (thread === null) $('.topics button', this.root)?.focus()
  }

  /** swap changes whose chat is shown and keeps what was being written. */
  swap(change) {
    this.drafts.set(this.key, this.input.value)
    change()
    this.about = null
    this.closeMenu()
    this.input.value = this.drafts.get(this.key) || ''
    this.grow()
    this.pinned = true
    this.nodes.clear()
    draw()
  }

  // -- acting

  body(more) { return { who: this.person, chat: this.chat, thread: this.thread || 0, ...more } }

  send(text) {
    this.pinned = true
    return attempt(this, () => order('send', this.body({ text, message: this.about?.reply?.message_id || 0 })))
  }

  async submit() {
    const text = this.input.value.trim()
    if (!text) return
    const about = this.about
    const done = about?.edit ? await attempt(this, () => order('edit', this.body({ text, message: about.edit.message_id }))) : await this.send(text)
    if (!done) return
    this.input.value = ''
    this.setAbout(null)
    this.grow()
  }

  onKey(e) {
    if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) { e.preventDefault(); this.submit() }
    if (e.key === 'Escape') this.setAbout(null)
    if (e.key !== 'ArrowUp' || this.input.value) return
    const mine = messagesOf(this.key).reverse().find(m => m.from?.id === this.person && m.text)
    if (mine) { e.preventDefault(); this.setAbout({ edit: mine }) }
  }

  async press(m, b, button) {
    button.classList.add('waiting')
    const answer = await attempt(this, () => order('press', this.body({ message: m.message_id, button: b.callback_data })))
    button.classList.remove('waiting')
    if (answer?.text) answer.alert ? ask({ title: 'Бот отвечает', text: answer.text, ok: 'Понятно' }) : this.toast(answer.text)
    else if (answer && !answer.answered) this.toast('Бот пока не ответил на нажатие')
  }

  async tap(b) {
    if (!b.request_contact) return attempt(this, () => order('tap', this.body({ button: b.text })))
    const given = await ask({
      title: 'Отправить свой номер?', text: 'Номер вымышленный: в симуляции никому не позвонят.', ok: 'Отправить',
      fields: [{ name: 'phone', label: 'Номер телефона', type: 'tel', value: '+7 999 000-00-' + String(this.person % 100).padStart(2, '0') }],
    })
    if (given?.phone) attempt(this, () => order('tap', this.body({ button: b.text, phone: given.phone })))
  }

  attach(kind) { return attempt(this, () => order('attach', this.body({ kind }))) }

  setAbout(about) {
    if (this.about?.edit && !about?.edit) this.input.value = ''
    this.about = about
    if (about?.edit) this.input.value = about.edit.text
    if (about) this.input.focus()
    this.grow()
    draw()
  }

  menu(button, items) {
    const menu = $('.menu', this.root)
    if (!menu.hidden) return this.closeMenu()
    menu.replaceChildren(...items.map(([label, text, run, name]) => el('button', { 'data-item': name, onclick: () => { this.closeMenu(); this.input.focus(); run() } }, el('b', {}, label), el('span', {}, text))))
    if (!items.length) menu.append(el('p.none', {}, 'Бот ещё не назвал своих команд'))
    menu.hidden = false
    button.setAttribute('aria-expanded', 'true')
    menu.onkeydown = e => { if (e.key === 'Escape') { this.closeMenu(); button.focus() } }
    $('button', menu)?.focus()
  }

  closeMenu() {
    $('.menu', this.root).hidden = true
    $$('.composer [aria-expanded]', this.root).forEach(b => b.dataset.action !== 'keys' && b.setAttribute('aria-expanded', 'false'))
  }

  toast(text) {
    const note = el('div', {}, text)
    const place = $('.toasts', this.root)
    place.append(note)
    if (place.children.length > 3) place.firstChild.remove()
    setTimeout(() => note.remove(), Math.max(3000, text.length * 70))
  }

  find(id) {
    const node = $(`[data-message="${id}"]`, this.log)
    if (!node) return this.toast('Это сообщение выше не видно')
    node.scrollIntoView({ block: 'center', behavior: 'smooth' })
    node.classList.remove('flash')
    void node.offsetWidth
    node.classList.add('flash')
  }

  grow() {
    this.input.style.height = '40px'
    this.input.style.height = Math.max(40, Math.min(this.input.scrollHeight, 140)) + 'px'
  }

  toEnd() { this.log.scrollTop = this.log.scrollHeight; this.pinned = true }

  // -- drawing

  draw() {
    this.root.classList.toggle('listing', !!this.listing)
    this.root.classList.toggle('inside', this.name === 'managers' && !!model.managers.is_forum && !this.listing)
    this.drawHead()
    if (this.name === 'prospect') this.drawPeople()
    if (this.name === 'managers') this.drawStaff()
    if (this.listing) return this.drawTopics()
    this.drawLog()
    this.drawWriting()
  }

  drawHead() {
    const topic = this.listing || this.name !== 'managers' ? null : topics().find(t => t.id === (this.thread || 0))
    const title = this.name === 'managers' ? (topic && model.managers.is_forum ? topic.name : model.managers.title) : model.bot.first_name
    const typing = (model.typing.get(this.key) || 0) > Date.now()
    const sub = $('.sub', this.root)
    sub.classList.toggle('typing', typing)
    setText($('.title', this.root), title || '')
    setText(sub, typing ? 'печатает' : this.name === 'managers' ? (this.listing ? 'пишет' : model.managers.title) + ': ' + (person(this.person)?.name || '') : 'бот')
    if (this.name === 'managers' && !typing) setText(sub, this.listing || !model.managers.is_forum ? people(model.staff.length + 1) : model.managers.title)
    const picture = face(this.name === 'managers' ? (this.thread || 3) : 5, title || '', topic && model.managers.is_forum ? '.square' : '')
    const old = $('.head .face', this.root)
    if (old.textContent !== picture.textContent || old.className !== picture.className) old.replaceWith(picture)
  }

  /** cached keeps a node as long as its sign stays. */
  cached(map, name, sign, make) {
    const known = map.get(name)
    if (known?.sign === sign) return known.node
    const node = make()
    map.set(name, { sign, node })
    return node
  }

  drawPeople() {
    const nodes = model.status.prospects.map(p => {
      const news = p.id === this.person ? { count: 0 } : unread(p.id + ':0', p.id)
      const sign = [p.name, p.plays, news.count, news.loud, p.id === this.person].join()
      return this.cached(this.heads, p.id, sign, () => el('button' + (p.plays ? '.playing' : ''), {
        'data-prospect': p.id, title: p.name, 'aria-label': p.name + (p.plays ? ', отвечает сценарий' : ''), 'aria-pressed': String(p.id === this.person), onclick: () => this.choose(p.id),
      }, face(p.id, p.name), el('span.label', {}, p.name.split(' ')[0]), badge(news)))
    })
    const add = this.cached(this.heads, 'add', '', () => el('button.add', { 'data-action': 'add', 'aria-label': 'Добавить клиента', onclick: addProspect }, el('span.face', {}, icon('plus')), el('span.label', {}, 'Новый')))
    const focused = document.activeElement?.dataset?.prospect
    reconcile($('.people', this.root), [...nodes, add])
    if (focused) $(`[data-prospect="${focused}"]`, this.root)?.focus({ preventScroll: true })
  }

  choose(id) {
    this.swap(() => { this.person = id })
    $(`[data-prospect="${id}"]`, this.root)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  drawStaff() {
    const nodes = model.staff.map(p => this.cached(this.heads, 'staff' + p.id, String(p.id === this.person), () => el('button', {
      'data-staff': p.id, 'aria-pressed': String(p.id === this.person), title: 'Писать и нажимать как ' + p.name,
      onclick: () => { this.swap(() => { this.person = p.id }); $(`[data-staff="${p.id}"]`, this.root)?.focus() },
    }, p.name.split(' ')[0])))
    reconcile($('.staff', this.root), nodes)
  }

  drawTopics() {
    const nodes = topics().map(t => {
      const news = unread(model.managers.id + ':' + t.id, this.person)
      const sign = [t.name, t.closed, t.last?.message_id, t.last?.edit_date, news.count, news.loud, shortTime(demoNow())].join()
      return this.cached(this.heads, 'topic' + t.id, sign, () => this.topicButton(t, news))
    })
    const focused = document.activeElement?.dataset?.topic
    reconcile($('.topics', this.root), nodes)
    if (focused) $(`[data-topic="${focused}"]`, this.root)?.focus({ preventScroll: true })
  }

  topicButton(t, news) {
    const last = t.last && el('span.last', {}, !isService(t.last) ? el('i', {}, (byBot(t.last) ? 'Бот' : t.last.from?.first_name) + ': ') : '', summary(t.last))
    return el('button', { role: 'listitem', 'data-topic': t.id, onclick: () => this.go(t.id) },
      t.general ? face(5, '#', '.square') : face(t.id, t.name, '.square'),
      el('span.words', {},
        el('span.line', {}, el('b', {}, t.name), t.last ? el('time', {}, shortTime(new Date(t.last.date * 1000))) : null),
        el('span.line', {}, last || el('span.last', {}, 'пока пусто'), badge(news))))
  }

  drawLog() {
    const list = messagesOf(this.key)
    const held = this.heldFocus()
    const nodes = []
    let before = null
    for (const m of list) {
      const day = dayName(new Date(m.date * 1000))
      if (!before || dayName(new Date(before.date * 1000)) !== day) {
        nodes.push(this.cached(this.nodes, 'day' + day, day, () => el('div.day', {}, day)))
        before = null
      }
      nodes.push(this.messageNode(m, before))
      before = m
    }
    if (!list.length) nodes.push(this.cached(this.nodes, 'empty', '', () => el('div.empty', {}, el('p', {}, roles[this.name].empty))))
    reconcile(this.log, nodes)
    if (this.pinned) this.toEnd()
    this.giveFocus(held)
    if (this.pinned && this.visible && list.length) this.markRead(list.at(-1).message_id)
    this.drawNewest()
  }

  drawNewest() {
    const button = $('.newest', this.root)
    const news = this.pinned ? { count: 0 } : unread(this.key, this.person)
    $('.badge', button)?.remove()
    if (news.count) button.append(badge(news))
    button.classList.toggle('shown', !this.pinned)
  }

  markRead(id) {
    if ((model.read.get(this.key) || 0) >= id) return
    model.read.set(this.key, id)
    saveRead()
    draw()
  }

  messageNode(m, before) {
    const more = !!before && !isService(before) && before.from?.id === m.from?.id && m.date - before.date < 300
    const sign = [m.edit_date, m.reaction, more, this.person, m.revision].join()
    const known = this.nodes.get(m.message_id)
    if (known?.sign === sign && known.message === m) return known.node
    const node = isService(m) ? el('div.service', { 'data-message': m.message_id }, serviceText(m)) : this.bubble(m, more)
    if (m.fresh && Date.now() - m.fresh < 400) node.classList.add('fresh')
    this.nodes.set(m.message_id, { sign, node, message: m })
    return node
  }

  bubble(m, more) {
    const out = m.from?.id === this.person && !m.sender_chat
    const rows = inlineRows(m, this)
    const group = this.name === 'managers' && !out && !more
    const from = group ? el('div.from', {}, authorOf(m)) : null
    from?.style.setProperty('--own', nameColors[Math.abs(m.from?.id || 0) % nameColors.length])
    const forward = m.forward_origin ? el('div.from', {}, 'Переслано: ' + (nameOf(m.forward_origin.sender_user) || 'скрыто')) : null
    const text = m.text || m.caption
    const inside = el('div.bubble', {}, from, forward, quote(m, this), media(m))
    if (text) inside.append(el('span.text', {}, ...rich(text, m.entities || m.caption_entities, this)))
    inside.append(meta(m, out))
    if (m.reaction) inside.append(el('span.reaction', { 'aria-label': 'Бот отметил: ' + m.reaction }, m.reaction))
    const kind = (out ? '.out' : '.in') + (more ? '.more' : '') + (rows ? '.keyed' : '') + (m.sticker ? '.sticker' : '')
    return el('div.msg' + kind, { 'data-message': m.message_id, 'data-from': byBot(m) ? 'bot' : 'person' }, inside, rows, this.acts(m, out))
  }

  acts(m, out) {
    return el('div.acts', {},
      el('button.icon', { 'data-action': 'reply', 'aria-label': 'Ответить на это сообщение', onclick: () => this.setAbout({ reply: m }) }, icon('reply')),
      out && m.text ? el('button.icon', { 'data-action': 'edit', 'aria-label': 'Изменить это сообщение', onclick: () => this.setAbout({ edit: m }) }, icon('edit')) : null)
  }

  /** heldFocus remembers which button has the focus: redrawing its message would lose it. */
  heldFocus() {
    const node = document.activeElement
    if (!node?.dataset || !this.log.contains(node) || node === this.log) return null
    return { message: node.closest('[data-message]')?.dataset.message, button: node.dataset.button }
  }

  giveFocus(held) {
    if (!held || this.log.contains(document.activeElement)) return
    const again = held.button && $$(`[data-message="${held.message}"] [data-button]`, this.log).find(b => b.dataset.button === held.button)
    const next = again || $$('.msg:last-of-type .rows button', this.log)[0]
    ;(next || this.input).focus({ preventScroll: true })
  }

  drawWriting() {
    const who = person(this.person)
    const never = this.name !== 'managers' && !messagesOf(this.key).length
    const instead = who?.plays ? 'plays' : never ? 'start' : ''
    const place = $('.instead', this.root)
    place.hidden = !instead
    $('.composer', this.root).hidden = !!instead
    reconcile(place, instead ? [this.cached(this.heads, 'instead', instead + this.person, () => this.insteadOf(instead, who))] : [])
    this.drawAbove(instead)
    this.drawKeys(instead ? null : keyboardOf(this.key))
  }

  insteadOf(kind, who) {
    if (kind === 'start') return el('button.main.wide', { 'data-action': 'start', onclick: () => this.send(('/start ' + (payloads.get(this.person) || '')).trim()) }, 'Запустить')
    const strip = el('div', {}, el('span', {}, 'Отвечает сценарий: ' + who.name), el('button.main', { 'data-action': 'stop', onclick: () => attempt(this, () => order('stop', { who: this.person })) }, 'Остановить'))
    strip.style.cssText = 'display:flex;flex:1;align-items:center;gap:12px'
    return strip
  }

  drawAbove(instead) {
    const place = $('.above', this.root)
    const m = instead ? null : this.about?.edit || this.about?.reply
    place.hidden = !m
    if (!m) return place.replaceChildren()
    place.replaceChildren(icon(this.about.edit ? 'edit' : 'reply'),
      el('span.quote', {}, el('b', {}, this.about.edit ? 'Изменение' : authorOf(m)), el('span', {}, summary(m))),
      el('button.icon', { 'aria-label': 'Отменить', 'data-action': 'cancel', onclick: () => this.setAbout(null) }, icon('close')))
  }

  drawKeys(keyboard) {
    const toggle = $('[data-action=keys]', this.root)
    toggle.hidden = !keyboard
    toggle.setAttribute('aria-expanded', String(!this.keysHidden))
    this.input.placeholder = keyboard?.placeholder || 'Сообщение'
    if (keyboard?.id !== this.keysOf) { this.keysOf = keyboard?.id; this.keysHidden = false }
    const rows = keyboard && !this.keysHidden ? keyboard.rows : []
    reconcile($('.keys', this.root), rows.map((row, i) => this.cached(this.heads, 'keys' + i, this.key + keyboard.id, () => el('div', {},
      ...row.map(b => el('button', { 'data-key': b.text, 'data-contact': b.request_contact, onclick: () => this.tap(b) }, b.text))))))
    if (this.pinned) this.toEnd()
  }
}

// ---------------------------------------------------------------- the whole page

const payloads = new Map() // by person: the mark of the link that they came by
let panes = {}
let drawing = false

/** draw redraws everything once, soon. */
function draw() {
  if (drawing || !model.epoch) return
  drawing = true
  const run = () => {
    if (!drawing) return
    drawing = false
    for (const pane of Object.values(panes)) pane.draw()
    drawTabs()
  }
  requestAnimationFrame(run)
  setTimeout(run, 400) // a page in the background gets no frames
}

function news(name) {
  const keys = name === 'prospect' ? model.status.prospects.map(p => [p.id + ':0', p.id]) :
    name === 'owner' ? [[model.owner.id + ':0', model.owner.id]] : topics().map(t => [model.managers.id + ':' + t.id, panes.managers.person])
  const all = keys.map(([key, self]) => unread(key, self))
  return { count: all.reduce((sum, one) => sum + one.count, 0), loud: all.some(one => one.loud) }
}

function drawTabs() {
  reconcile($('.tabs'), Object.keys(roles).map(name => {
    const fresh = news(name), chosen = document.body.dataset.tab === name
    return panes[name].cached(panes[name].heads, 'tab', [fresh.count, fresh.loud, chosen].join(), () =>
      el('button', { 'data-tab': name, 'aria-pressed': String(chosen), onclick: () => showTab(name) }, roles[name].who, badge(fresh)))
  }))
}

function showTab(name) {
  document.body.dataset.tab = name
  panes[name].pinned = true
  draw()
}

/** ask shows a box; it returns what was filled in, or null. */
function ask({ title, text, fields = [], ok, cancel = true }) {
  const box = $('#dialog')
  box.className = ''
  box.setAttribute('aria-label', title)
  const form = el('form', { method: 'dialog' }, el('h2', {}, title), text ? el('p', {}, text) : null,
    ...fields.map(f => el('label', {}, f.label, f.options ? el('select', { name: f.name }, ...f.options.map(([v, t]) => el('option', { value: v }, t)))
      : el('input', { name: f.name, type: f.type || 'text', value: f.value || '', maxlength: 60, autocomplete: 'off', required: true }))),
    el('div.buttons', {}, cancel ? el('button', { 'data-action': 'no', onclick: () => box.close('') }, 'Отмена') : null))
  const yes = el('button.main', { 'data-action': 'ok' }, ok)
  yes.type = 'submit'
  yes.value = 'ok'
  $('.buttons', form).append(yes)
  box.replaceChildren(form)
  box.returnValue = ''
  box.showModal()
  const first = $('input', form) || yes
  first.focus()
  first.select?.()
  return new Promise(done => { box.onclose = () => done(box.returnValue === 'ok' ? Object.fromEntries(new FormData(form)) : null) })
}

function showPicture(url, caption) {
  const box = $('#dialog')
  box.className = 'picture'
  box.setAttribute('aria-label', 'Картинка')
  box.replaceChildren(el('img', { src: url, alt: caption || 'Картинка' }))
  box.onclick = () => { box.onclick = null; box.close() }
  box.showModal()
}

async function addProspect() {
  const taken = new Set(model.status.prospects.map(p => p.name))
  const given = await ask({
    title: 'Новый клиент', ok: 'Добавить',
    fields: [{ name: 'name', label: 'Имя и фамилия', value: model.names.find(n => !taken.has(n)) || 'Новый клиент' },
      { name: 'payload', label: 'Откуда пришёл', options: [['', 'нашёл сам'], ['ig_ads', 'реклама, метка ig_ads'], ['vk_post', 'запись в соцсети, метка vk_post'], ['friend', 'по совету, метка friend']] }],
  })
  if (!given) return
  const added = await attempt(panes.prospect, () => order('prospects', { name: given.name }))
  if (added) { payloads.set(added.id, given.payload); showPerson(added) }
}

/** showPerson opens the chat of a person, though the status that names them may still be on its way. */
function showPerson(p) {
  if (!person(p.id)) model.status.prospects.push(p)
  panes.prospect.choose(p.id)
  showTab('prospect')
}

async function playPersona(key) {
  $('#plays').hidePopover()
  const started = await attempt(panes.prospect, () => order('play', { persona: key }))
  if (started) showPerson(started)
}

async function reset() {
  const sure = await ask({ title: 'Начать сначала?', text: 'Вся переписка сотрётся, часы вернутся к настоящему времени.', ok: 'Начать сначала' })
  if (sure) attempt(panes.prospect, () => order('reset'))
}

function wirePage() {
  for (const name of Object.keys(roles)) panes[name] = new Pane(name)
  for (const by of ['hour', 'day', 'digest']) $(`[data-action=jump-${by}]`).onclick = () => attempt(panes.prospect, () => order('jump', { by }))
  $('[data-action=reset]').onclick = reset
  document.addEventListener('visibilitychange', draw)
  document.addEventListener('click', e => { for (const p of Object.values(panes)) if (!e.target.closest('.composer')) p.closeMenu() })
  addEventListener('resize', draw)
  setInterval(drawClock, 1000)
}

wirePage()
await load()
$('#personas').append(...model.personas.map(p => el('li', {}, el('button', { 'data-persona': p.key, onclick: () => playPersona(p.key) },
  face([...p.key].reduce((n, c) => n + c.charCodeAt(0), 0), p.name), el('span', {}, el('b', {}, p.name), el('small', {}, p.about))))))
connect()
