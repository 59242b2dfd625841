// Before anything is drawn: says that scripts run, so that what needs them can show itself without a flash.
document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')
