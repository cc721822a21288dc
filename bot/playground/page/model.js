// What the page knows: messages, people, what was read, and the time of the demo.

import { $, setText } from './dom.js'

export const model = {
  epoch: '', seq: 0, status: { prospects: [] }, staff: [], owner: {}, managers: {}, bot: {}, commands: [], personas: [], names: [],
  chats: new Map(),   // chat id → Map(message id → message)
  typing: new Map(),  // "chat:thread" → until
  read: new Map(),    // "chat:thread" → last message id that was seen
  skew: 0,            // the demo's clock minus ours, ms
}

export const keyOf = m => m.chat.id + ':' + (m.chat.is_forum ? m.message_thread_id || 0 : 0)
export const isService = m => m.new_chat_members || m.left_chat_member || m.forum_topic_created || m.forum_topic_edited ||
  m.forum_topic_closed || m.forum_topic_reopened || m.migrate_to_chat_id || m.migrate_from_chat_id
export const byBot = m => m.from && m.from.is_bot && !m.sender_chat
export const person = id => [...model.status.prospects, ...model.staff, model.owner].find(p => p.id === id)

export function remember(m) {
  let chat = model.chats.get(m.chat.id)
  if (!chat) model.chats.set(m.chat.id, chat = new Map())
  if (m.deleted) chat.delete(m.message_id)
  else chat.set(m.message_id, m)
}

/** messagesOf returns what stands in a chat and topic, oldest first. */
export function messagesOf(key, limit = 300) {
  const all = [...(model.chats.get(Number(key.split(':')[0])) || new Map()).values()].filter(m => keyOf(m) === key)
  return all.sort((a, b) => a.message_id - b.message_id).slice(-limit)
}

/** topics returns the topics of the managers' forum, the liveliest first. */
export function topics() {
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
export function keyboardOf(key) {
  const m = messagesOf(key).reverse().find(m => m.keyboard || m.remove_keyboard)
  return m && m.keyboard ? { rows: m.keyboard.keyboard, id: m.message_id, placeholder: m.keyboard.input_field_placeholder } : null
}

/** unread counts what others wrote after the last message seen; loud is false when all came without sound. */
export function unread(key, self) {
  const seen = model.read.get(key) || 0
  const fresh = messagesOf(key).filter(m => m.message_id > seen && m.from?.id !== self && !m.forum_topic_created)
  return { count: fresh.length, loud: fresh.some(m => !m.silent) }
}

export function saveRead() { try { sessionStorage.setItem('read', JSON.stringify([model.epoch, [...model.read]])) } catch { /* private mode */ } }
export function loadRead() {
  model.read = new Map()
  try {
    const [epoch, read] = JSON.parse(sessionStorage.getItem('read')) || []
    if (epoch === model.epoch) { model.read = new Map(read); return }
  } catch { /* nothing kept */ }
  for (const chat of model.chats.values()) for (const m of chat.values()) model.read.set(keyOf(m), Math.max(m.message_id, model.read.get(keyOf(m)) || 0))
}

const zone = () => ['Local', ''].includes(model.status.zone) ? undefined : model.status.zone
const formats = new Map()
function format(date, options) {
  const name = JSON.stringify(options) + zone()
  if (!formats.has(name)) formats.set(name, new Intl.DateTimeFormat('ru-RU', { ...options, timeZone: zone() }))
  return formats.get(name).format(date)
}
export const hour = date => format(date, { hour: '2-digit', minute: '2-digit' })
export const dayName = date => format(date, { day: 'numeric', month: 'long' })
export const demoNow = () => new Date(Date.now() + model.skew)
export const shortTime = date => dayName(date) === dayName(demoNow()) ? hour(date) : format(date, { day: '2-digit', month: '2-digit' })

export function drawClock() {
  const date = matchMedia('(max-width: 980px)').matches ? { day: 'numeric', month: 'short' } : { weekday: 'short', day: 'numeric', month: 'long' }
  setText($('#clock'), format(demoNow(), date) + ', ' + hour(demoNow()))
}
