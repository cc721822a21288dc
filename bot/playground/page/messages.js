// Pieces of messages, as nodes. Nothing from the server is ever parsed as HTML:
// nodes are built with textContent.

import { $, el, icon, showPicture } from './dom.js'
import { hour, isService, model } from './model.js'
import { panes } from './view.js'

const gradients = [['#ff885e', '#ff516a'], ['#ffcd6a', '#ffa85c'], ['#82b1ff', '#665fff'], ['#a0de7e', '#54cb68'], ['#53edd6', '#28c9b7'], ['#72d5fd', '#2a9ef1'], ['#e0a2f3', '#d669ed']]
export const nameColors = ['#cc5049', '#d67722', '#955cdb', '#40a920', '#309eba', '#368ad1', '#c7508b']

export function face(id, name, className = '') {
  const [from, to] = gradients[Math.abs(id) % gradients.length]
  const letters = name.replace(/[^\p{L}\p{N} ]/gu, '').trim().split(/\s+/).slice(0, 2).map(w => [...w][0] || '').join('').toUpperCase()
  const node = el('span.face' + className, { 'aria-hidden': 'true' }, letters || '#')
  node.style.setProperty('--c1', from)
  node.style.setProperty('--c2', to)
  return node
}

export function badge({ count, loud }) {
  return count ? el('span.badge' + (loud ? '' : '.quiet'), { 'aria-label': 'не прочитано: ' + count }, String(count)) : null
}

export const nameOf = user => [user?.first_name, user?.last_name].filter(Boolean).join(' ')
export const people = n => n + ' ' + ({ one: 'участник', few: 'участника' }[new Intl.PluralRules('ru').select(n)] || 'участников')
export const authorOf = m => m.sender_chat ? m.sender_chat.title : nameOf(m.from)

/** summary is a message in one line. */
export function summary(m) {
  if (isService(m)) return serviceText(m)
  const what = m.photo ? 'Фотография' : m.voice ? 'Голосовое сообщение' : m.video_note ? 'Видеосообщение' : m.video ? 'Видео' : m.audio ? 'Аудио' : m.animation ? 'Анимация' : m.sticker ? 'Стикер ' + (m.sticker.emoji || '') :
    m.document ? m.document.file_name || 'Файл' : m.location ? 'Геопозиция' : m.contact ? 'Контакт' : ''
  return [what, m.text || m.caption].filter(Boolean).join(', ').replace(/\s+/g, ' ')
}

export function serviceText(m) {
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
export function rich(text, entities = [], pane) {
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
export function media(m) {
  if (m.photo) return photo(m)
  if (m.animation) return card(icon('play'), 'Анимация', length(m.animation.duration || 0))
  if (m.document) return el('a', { href: fileURL(m.document), download: m.document.file_name || 'file' }, card(icon('file'), m.document.file_name || 'Файл', size(m.document.file_size)))
  if (m.voice) return el('div.card', {}, el('span.disc', {}, icon('play')), el('span', {}, wave(m.message_id), el('small', {}, 'Голосовое, ' + length(m.voice.duration || 0))))
  if (m.video_note) return card(icon('play'), 'Видеосообщение', length(m.video_note.duration || 0))
  if (m.video) return card(icon('play'), 'Видео', length(m.video.duration || 0))
  if (m.audio) return card(icon('play'), m.audio.file_name || 'Аудио', length(m.audio.duration || 0))
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

export function meta(m, out) {
  return el('span.meta', {},
    m.silent ? el('span', { title: 'Пришло без звука', 'aria-label': 'без звука', role: 'img' }, icon('bell')) : null,
    m.edit_date ? el('span', { title: 'Изменено в ' + hour(new Date(m.edit_date * 1000)) }, 'изменено') : null,
    el('time', { datetime: new Date(m.date * 1000).toISOString() }, hour(new Date(m.date * 1000))),
    out ? icon('ticks', 'ticks') : null)
}

export function quote(m, pane) {
  const to = m.reply_to_message
  if (!to || to.forum_topic_created) return null
  return el('button.quote', { 'aria-label': 'К сообщению, на которое это ответ', onclick: () => pane.find(to.message_id) },
    el('b', {}, authorOf(to)), el('span', {}, summary(to)))
}

/** inlineRows returns the buttons under a message. */
export function inlineRows(m, pane) {
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
