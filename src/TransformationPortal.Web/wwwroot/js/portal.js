import { initAll } from '../lib/govuk-frontend/govuk-frontend.min.js'

initAll()

if (document.querySelector('[data-chart]') && window.Chart) {
  const { drawCharts } = await import('./charts.js')
  drawCharts()
}
