// The three panes as the other files see them.

import { model } from './model.js'

export const panes = {} // by name; page.js makes them
export const drawers = [] // what else is drawn
let drawing = false

/** draw redraws everything once, soon. */
export function draw() {
  if (drawing || !model.epoch) return
  drawing = true
  const run = () => {
    if (!drawing) return
    drawing = false
    for (const pane of Object.values(panes)) pane.draw()
    for (const run of drawers) run()
  }
  requestAnimationFrame(run)
  setTimeout(run, 400) // a page in the background gets no frames
}

export function showTab(name) {
  document.body.dataset.tab = name
  panes[name].pinned = true
  draw()
}

/** attempt runs an order and shows in the pane why it failed. */
export async function attempt(pane, work) {
  try { return await work() } catch (error) { (pane || panes.prospect).toast(error.message) }
}
