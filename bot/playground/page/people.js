// Bringing people to the page.

import { ask } from './dom.js'
import { model, person } from './model.js'
import { attempt, panes, showTab } from './view.js'
import { order } from './server.js'

export const payloads = new Map() // by person: the mark of the link that they came by

export async function addProspect() {
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
export function showPerson(p) {
  if (!person(p.id)) model.status.prospects.push(p)
  panes.prospect.choose(p.id)
  showTab('prospect')
}
