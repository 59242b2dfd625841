// What was typed and could not be saved, kept by this tab of the browser until it is: a session that ends, or a network that
// fails, loses nothing. The tab forgets it when it is closed, and offers it to nobody but the person who typed it.

const name = form => `unsaved ${form.dataset.person} ${location.pathname}`
const own = field => field !== '__RequestVerificationToken' && field !== 'revision'

const pairs = form => [...new FormData(form)].filter(([field, value]) => own(field) && typeof value === 'string')

export function keep (form) {
  try {
    sessionStorage.setItem(name(form), JSON.stringify(pairs(form)))
  } catch {
    // No room, or storing is switched off: the page itself still holds it.
  }
}

export function letGo (form) {
  try {
    sessionStorage.removeItem(name(form))
  } catch {
    // Nothing was kept.
  }
}

function kept (form) {
  try {
    return JSON.parse(sessionStorage.getItem(name(form)) ?? '[]')
  } catch {
    return []
  }
}

function put (form, entries) {
  for (const field of new Set(entries.map(([f]) => f))) {
    const values = entries.filter(([f]) => f === field).map(([, value]) => value)
    for (const element of form.querySelectorAll(`[name="${CSS.escape(field)}"]`)) {
      if (element.type === 'radio' || element.type === 'checkbox') element.checked = values.includes(element.value)
      else if (element.type !== 'hidden') element.value = values.shift() ?? ''
    }
  }
}

// Offers what was kept where it differs from what the page shows.
export function offer (form, putBack) {
  const box = document.querySelector('[data-unsaved]')
  const entries = kept(form)
  const shown = JSON.stringify(pairs(form))
  if (!box || entries.length === 0 || JSON.stringify(entries) === shown) {
    letGo(form)
    return
  }
  box.hidden = false
  box.querySelector('[data-put-back]').addEventListener('click', () => {
    put(form, entries)
    box.hidden = true
    form.dispatchEvent(new Event('input', { bubbles: true }))
    putBack()
    form.querySelector('input:not([type=hidden]), textarea, select')?.focus()
  })
  box.querySelector('[data-let-go]').addEventListener('click', () => {
    letGo(form)
    box.hidden = true
  })
}
