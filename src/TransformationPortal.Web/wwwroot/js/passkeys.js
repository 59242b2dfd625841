// Passkeys: the browser asks the device, and the answer is sent with the form. Without scripts the forms stay hidden.
const supported = window.PublicKeyCredential?.parseCreationOptionsFromJSON !== undefined

const asked = async form => {
  const answer = await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
  if (!answer.ok || !answer.headers.get('Content-Type')?.startsWith('application/json')) {
    throw new Error(answer.status === 429 ? 'Too many tries. Wait a minute and try again.' : 'Open this page again and try once more.')
  }
  return answer.json()
}

const credential = async form => form.dataset.passkey === 'create'
  ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(await asked(form)) })
  : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await asked(form)) })

for (const form of supported ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false
  form.addEventListener('submit', async event => {
    event.preventDefault()
    const problem = form.querySelector('[data-passkey-problem]')
    problem.textContent = ''
    try {
      form.elements.Credential.value = JSON.stringify(await credential(form))
      form.submit()
    } catch (e) {
      problem.textContent = e instanceof DOMException ? 'No passkey was used. Try again, or use another way.' : e.message
    }
  })
}
