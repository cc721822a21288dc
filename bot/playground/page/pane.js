// A pane: a phone with the chat of a prospect, of the managers or of the owner.

import { $, $$, ask, el, icon, reconcile, setText } from './dom.js'
import { byBot, dayName, demoNow, isService, keyboardOf, messagesOf, model, person, saveRead, shortTime, topics, unread } from './model.js'
import { attempt, draw, panes, showTab } from './view.js'
import { order } from './server.js'
import { authorOf, badge, face, inlineRows, media, meta, nameColors, nameOf, people, quote, rich, serviceText, summary } from './messages.js'
import { addProspect, payloads } from './people.js'

export const roles = {
  prospect: { who: 'Клиент', hint: 'что видит человек, пришедший по рекламе', empty: 'Нажмите «Запустить», как по ссылке из рекламы. Или сыграйте готового человека, кнопка вверху.' },
  managers: { who: 'Менеджеры', hint: 'закрытая группа: сюда приходят заявки', empty: 'Здесь пока тихо.' },
  owner: { who: 'Владелец', hint: 'раз в неделю сводка и решения', empty: 'По понедельникам сюда приходит сводка. Не хочется ждать, нажмите «До сводки».' },
}
const attachments = [['photo', 'Фотография'], ['album', 'Альбом'], ['video', 'Видео'], ['voice', 'Голосовое'], ['video_note', 'Видеосообщение'], ['document', 'Файл'], ['sticker', 'Стикер'], ['contact', 'Контакт'], ['location', 'Геопозиция']]
const captioned = ['photo', 'album', 'video', 'document']

export class Pane {
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
    const mine = messagesOf(this.key).reverse().find(m => m.from?.id === this.person && (m.text || m.caption))
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

  /** attach sends a stub; what stands in the text field becomes its caption. */
  async attach(kind) {
    if (this.about?.edit) this.setAbout(null)
    const text = captioned.includes(kind) ? this.input.value.trim() : ''
    const done = await attempt(this, () => order('attach', this.body({ kind, text, message: this.about?.reply?.message_id || 0 })))
    if (!done) return
    if (text) this.input.value = ''
    this.setAbout(null)
  }

  setAbout(about) {
    if (this.about?.edit && !about?.edit) this.input.value = ''
    this.about = about
    if (about?.edit) this.input.value = about.edit.text || about.edit.caption
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
    this.bringIntoView()
    if (focused) $(`[data-prospect="${focused}"]`, this.root)?.focus({ preventScroll: true })
  }

  choose(id) {
    this.swap(() => { this.person = id })
  }

  /** bringIntoView scrolls to the person who was chosen last, once. */
  bringIntoView() {
    const chosen = $(`[data-prospect="${this.person}"]`, this.root)
    if (!chosen || this.brought === this.person) return
    this.brought = this.person
    chosen.scrollIntoView({ block: 'nearest', inline: 'center' })
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
      out && (m.text || m.caption) ? el('button.icon', { 'data-action': 'edit', 'aria-label': 'Изменить это сообщение', onclick: () => this.setAbout({ edit: m }) }, icon('edit')) : null)
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
