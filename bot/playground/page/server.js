// Orders to the server and the stream of what happens.

import { $, $$ } from './dom.js'
import { byBot, drawClock, keyOf, loadRead, model, remember } from './model.js'
import { draw, panes } from './view.js'

export async function order(name, body = {}) {
  const response = await fetch('/api/' + name, {
    method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Leadbot-Demo': '1' }, body: JSON.stringify(body),
  }).catch(() => null)
  const answer = await response?.json().catch(() => null)
  if (!response?.ok) throw new Error(answer?.error || 'Программа не отвечает.')
  return answer
}

let loading = null
let waiting = [] // events that came while the state was being loaded

/** load takes the whole state anew. */
export function load() {
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
export function connect() {
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
