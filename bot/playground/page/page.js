// The demo's page. The server tells what happens by events; everything follows
// from the messages that it has told of.

import { $, ask, el, reconcile } from './dom.js'
import { drawClock, model, topics, unread } from './model.js'
import { attempt, draw, drawers, panes, showTab } from './view.js'
import { connect, load, order } from './server.js'
import { badge, face } from './messages.js'
import { showPerson } from './people.js'
import { Pane, roles } from './pane.js'

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

async function playPersona(key) {
  $('#plays').hidePopover()
  const started = await attempt(panes.prospect, () => order('play', { persona: key }))
  if (started) showPerson(started)
}

async function reset() {
  const sure = await ask({ title: 'Начать сначала?', text: 'Вся переписка сотрётся, часы вернутся к началу.', ok: 'Начать сначала' })
  if (sure) attempt(panes.prospect, () => order('reset'))
}

function wirePage() {
  for (const name of Object.keys(roles)) panes[name] = new Pane(name)
  for (const by of ['hour', 'day', 'digest']) $(`[data-action=jump-${by}]`).onclick = () => attempt(panes.prospect, () => order('jump', { by }))
  $('[data-action=reset]').onclick = reset
  document.addEventListener('visibilitychange', draw)
  document.addEventListener('click', e => { for (const p of Object.values(panes)) if (!e.target.closest('.composer')) p.closeMenu() })
  addEventListener('resize', draw)
  drawers.push(drawTabs)
  setInterval(drawClock, 1000)
}

wirePage()
await load()
$('#personas').append(...model.personas.map(p => el('li', {}, el('button', { 'data-persona': p.key, onclick: () => playPersona(p.key) },
  face([...p.key].reduce((n, c) => n + c.charCodeAt(0), 0), p.name), el('span', {}, el('b', {}, p.name), el('small', {}, p.about))))))
connect()
