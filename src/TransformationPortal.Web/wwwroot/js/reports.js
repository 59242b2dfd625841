// The form of a report's section, made more comfortable. Without this the form works all the same.
// Drafts are saved while somebody types; changed fields are marked; the savings grid adds up, moves by keys and takes a
// block from a spreadsheet.

import { keep, letGo, offer } from './unsaved.js'

const form = document.querySelector('#report-form')
const state = form?.querySelector('[data-state]')
const plain = text => (text ?? '').replace(/\r\n/g, '\n').trim()

// What the fields of a group hold.
function held (group) {
  const field = group.querySelector('input[type=radio]')
    ? group.querySelector('input[type=radio]:checked')
    : group.querySelector('input[type=text], textarea, select')
  return plain(field?.value)
}

// For the sums beside the fields only; what is saved is read by the portal.
function amount (text) {
  const typed = plain(text).replace(/[£,\s]|GBP/gi, '').replace(/[−–—‑]/g, '-')
  const parts = /^(\(|-)?\+?(\d+\.?\d*|\.\d+)(k|m|mn|bn)?(\)|-|CR)?$/i.exec(typed)
  if (!parts) return null
  const factor = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9 }[parts[3]?.toLowerCase()] ?? 1
  return (parts[1] || parts[4] ? -1 : 1) * Math.round(Number(parts[2]) * factor * 100) / 100
}
const same = (one, other) => one === other || (amount(one) !== null && amount(one) === amount(other))

function markChanges () {
  for (const group of form.querySelectorAll('[data-was]')) {
    const mark = group.querySelector('[data-changed]')
    if (mark) mark.hidden = same(held(group), plain(group.dataset.was))
  }
}

// Path to green is asked for only where a rating is not green; what stands there stays in sight.
function showPaths () {
  for (const rating of form.querySelectorAll('[data-rating]')) {
    const path = rating.querySelector('[data-path]')
    const chosen = rating.querySelector('input[type=radio]:checked')?.value
    const filled = [...path.querySelectorAll('input[type=text]')].some(i => plain(i.value))
    path.hidden = (!chosen || chosen === 'Green') && !filled && !path.querySelector('.govuk-error-message')
  }
}

const pounds = number => number === null ? '–' : (number < 0 ? '-£' : '£') + Math.abs(number).toLocaleString('en-GB', { maximumFractionDigits: 2 })
const signed = number => number === 0 ? '£0' : (number > 0 ? '+' : '−') + pounds(Math.abs(number))
const sum = numbers => numbers.some(n => n !== null) ? Math.round(numbers.reduce((s, n) => s + (n ?? 0), 0) * 100) / 100 : null

function addUp (grid) {
  const rows = [...grid.querySelectorAll('[data-year]')]
  const foot = grid.querySelector('tfoot tr')
  const table = rows.map(row => [...row.querySelectorAll('[data-cell]')].map(c => amount(c.value)))
  const show = (row, total, target) => {
    row.querySelector('[data-total]').textContent = pounds(total)
    const difference = Math.round(((total ?? 0) - target) * 100) / 100
    const cell = row.querySelector('[data-difference]')
    cell.textContent = signed(difference)
    cell.classList.toggle('savings-grid__off', difference !== 0)
    return difference
  }
  rows.forEach((row, i) => {
    const difference = show(row, sum(table[i]), Number(row.dataset.target))
    const why = [...grid.querySelectorAll('[data-variance]')].find(v => v.dataset.variance === row.querySelector('th').textContent.trim())
    if (why) why.hidden = difference === 0 && !plain(why.querySelector('textarea').value) && !why.querySelector('.govuk-error-message')
  })
  foot.querySelectorAll('[data-column-total]').forEach((cell, column) => { cell.textContent = pounds(sum(table.map(r => r[column]))) })
  show(foot, sum(table.flat()), rows.reduce((s, r) => s + Number(r.dataset.target), 0))
}

function cells (grid) {
  return [...grid.querySelectorAll('[data-year]')].map(row => [...row.querySelectorAll('[data-cell]')])
}

function place (table, cell) {
  const row = table.findIndex(r => r.includes(cell))
  return [row, table[row].indexOf(cell)]
}

function move (event, grid) {
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [1, 0] }
  const step = steps[event.key]
  const cell = event.target
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return
  // Left and right move within the text first.
  if (event.key === 'ArrowLeft' && (cell.selectionStart !== 0 || cell.selectionEnd !== 0)) return
  if (event.key === 'ArrowRight' && cell.selectionEnd !== cell.value.length) return
  event.preventDefault()
  const table = cells(grid)
  const [row, column] = place(table, cell)
  const next = table[row + (event.shiftKey && event.key === 'Enter' ? -1 : step[0])]?.[column + step[1]]
  next?.focus()
  next?.select()
}

function paste (event, grid) {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  const block = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map(line => line.split('\t').map(c => c.trim()))
  if (block.length === 1 && block[0].length === 1) return
  event.preventDefault()
  const table = cells(grid)
  const [row, column] = place(table, event.target)
  const message = grid.querySelector('[data-grid-message]')
  const height = table.length - row
  const width = table[0].length - column
  const widest = Math.max(...block.map(r => r.length))
  if (block.length > height || widest > width) {
    message.textContent = `The block has ${block.length} ${block.length === 1 ? 'row' : 'rows'} and ${widest} ${widest === 1 ? 'column' : 'columns'}, but from this field there is room for ${height} and ${width}. Nothing was pasted.`
    return
  }
  message.textContent = ''
  block.forEach((line, i) => line.forEach((value, j) => { table[row + i][column + j].value = value }))
  event.target.dispatchEvent(new Event('input', { bubbles: true }))
  event.target.dispatchEvent(new Event('change', { bubbles: true }))
}

// Drafts. One save at a time; the form is never held up longer than one of them takes.
let saving = null
let waiting = null
let changed = false
let typing = null

function say (text) {
  if (state.textContent !== text) state.textContent = text
}

// Whether the portal answered; what it says is shown.
async function save (keepalive) {
  changed = false
  const body = new URLSearchParams(new FormData(form))
  try {
    const answer = await fetch(form.dataset.draft, { method: 'POST', body, keepalive, redirect: 'manual', headers: { Accept: 'application/json' } })
    if (!answer.ok) {
      keep(form)
      say(answer.status === 401
        ? 'You have been signed out. Sign in in another window, then go on here: what you typed since the last save is still on this page.'
        : 'Not saved just now. What you typed is still here: save it with the button below.')
      return false
    }
    const draft = await answer.json()
    form.elements.revision.value = draft.revision
    if (draft.isSaved && !draft.field) {
      letGo(form)
      form.querySelectorAll('[data-new]').forEach(mark => { if (filled(mark)) mark.remove() })
    } else keep(form)
    // Who is still typing in the field that could not be read is not told so yet.
    say(draft.field && document.activeElement?.name === draft.field ? 'Saved, but for the field that you are in.' : draft.message)
    return true
  } catch {
    keep(form)
    say('Not saved just now, because the portal could not be reached. What you typed is still here.')
    return false
  }
}

// A row that was saved is no longer a new one.
function filled (mark) {
  const row = mark.name.replace(/New$/, '')
  return [...form.elements].some(e => e !== mark && e.name?.startsWith(row) && !e.name.endsWith('.Aspect') && !e.name.endsWith('.Kind') && plain(e.value) && (e.type !== 'radio' || e.checked))
}

function saveNow (keepalive) {
  clearTimeout(waiting)
  if (!changed || saving) return
  saving = save(keepalive).then(done => {
    saving = null
    if (done && changed) saveSoon()
  })
}

function saveSoon () {
  changed = true
  clearTimeout(waiting)
  waiting = setTimeout(() => saveNow(false), 800)
}

// A long text is not left unsaved until its field is: every few seconds what is there is saved.
function saveWhileTyping () {
  changed = true
  typing ??= setTimeout(() => { typing = null; saveNow(false) }, 4000)
}

function enhance () {
  markChanges()
  showPaths()
  form.addEventListener('input', event => {
    markChanges()
    if (form.querySelector('[data-rating]')) showPaths()
    const grid = event.target.closest('[data-grid]')
    if (grid) addUp(grid)
  })
  form.querySelectorAll('[data-grid]').forEach(grid => {
    addUp(grid)
    grid.addEventListener('keydown', event => { if (event.target.matches('[data-cell]')) move(event, grid) })
    grid.addEventListener('paste', event => { if (event.target.matches('[data-cell]')) paste(event, grid) })
  })
  if (!form.dataset.draft) return
  offer(form, saveSoon)
  form.addEventListener('change', saveSoon)
  form.addEventListener('input', saveWhileTyping)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveNow(true)
  })
  form.addEventListener('submit', event => {
    clearTimeout(waiting)
    clearTimeout(typing)
    typing = null
    changed = false
    // Whatever the answer is, it holds what was typed.
    letGo(form)
    if (!saving) return
    // The save under way decides which revision this one is made against.
    event.preventDefault()
    const submitter = event.submitter
    const enough = new Promise(resolve => setTimeout(resolve, 4000))
    Promise.race([saving, enough]).then(() => { saving = null; form.requestSubmit(submitter) })
  })
}

if (form) enhance()
