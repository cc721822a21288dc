// Building and asking: nothing here knows what the page is about.

export const $ = (selector, root = document) => root.querySelector(selector)
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)]

/** el('button.icon', {onclick, 'aria-label': '…'}, child, 'text') builds a node. */
export function el(spec, props = {}, ...children) {
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

export function icon(name, className = '') {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', '#i-' + name)
  svg.append(use)
  if (className) svg.setAttribute('class', className)
  svg.setAttribute('aria-hidden', 'true')
  return svg
}

/** setText changes a node only when it has to: readers and selections stay. */
export function setText(node, text) { if (node.textContent !== text) node.textContent = text }

/** reconcile makes the nodes the children of parent and touches only what differs. */
export function reconcile(parent, nodes) {
  let at = parent.firstChild
  for (const node of nodes) {
    if (node === at) at = at.nextSibling
    else parent.insertBefore(node, at)
  }
  while (at) { const next = at.nextSibling; at.remove(); at = next }
}

/** ask shows a box; it returns what was filled in, or null. */
export function ask({ title, text, fields = [], ok, cancel = true }) {
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

export function showPicture(url, caption) {
  const box = $('#dialog')
  box.className = 'picture'
  box.setAttribute('aria-label', 'Картинка')
  box.replaceChildren(el('img', { src: url, alt: caption || 'Картинка' }))
  box.onclick = () => { box.onclick = null; box.close() }
  box.showModal()
}
