// A figure's name goes into the text that was last written in, at the cursor. Without scripts it is copied by hand.

let text = null
document.addEventListener('focusin', event => {
  if (event.target.matches('textarea')) text = event.target
})

for (const name of document.querySelectorAll('[data-figure]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'link-button'
  button.append(...name.childNodes)
  button.addEventListener('click', () => {
    text ??= document.querySelector('form[method=post] textarea')
    if (!text) return
    text.setRangeText(name.dataset.figure, text.selectionStart, text.selectionEnd, 'end')
    text.dispatchEvent(new Event('input', { bubbles: true }))
    text.focus()
  })
  name.replaceChildren(button)
}
