// Draws every chart of a page from the table beside it: the numbers are read from the cells, so the two cannot differ.
// A series is drawn in a colour and a pattern of its own, with its value written on it, so that it reads in greyscale.

const styles = getComputedStyle(document.documentElement)
const colour = name => styles.getPropertyValue(`--series-${name}`).trim() || '#14505c'
const text = styles.getPropertyValue('--chart-text').trim() || '#0b0c0c'
const grid = styles.getPropertyValue('--chart-grid').trim() || '#d3dcde'

// Which pattern lies over a series; none is solid.
const patterns = {
  'confidence-high': 'diagonal',
  'confidence-medium': 'dots',
  'confidence-low': 'outline',
  'rag-amber': 'diagonal',
  'rag-red': 'cross',
  committed: 'diagonal',
  planned: 'outline'
}

function fill (name) {
  const kind = patterns[name]
  const base = colour(name)
  if (!kind) return base
  const size = 8
  const tile = document.createElement('canvas')
  tile.width = tile.height = size
  const ink = tile.getContext('2d')
  ink.fillStyle = kind === 'outline' ? '#ffffff' : base
  ink.fillRect(0, 0, size, size)
  ink.strokeStyle = ink.fillStyle = kind === 'outline' ? base : 'rgba(255, 255, 255, 0.55)'
  ink.lineWidth = 1.5
  ink.beginPath()
  if (kind === 'diagonal' || kind === 'cross') {
    ink.moveTo(-1, size + 1); ink.lineTo(size + 1, -1)
    ink.moveTo(-3, 3); ink.lineTo(3, -3)
    ink.moveTo(size - 3, size + 3); ink.lineTo(size + 3, size - 3)
  }
  if (kind === 'cross') {
    ink.moveTo(-1, -1); ink.lineTo(size + 1, size + 1)
  }
  ink.stroke()
  if (kind === 'dots') {
    ink.beginPath(); ink.arc(2, 2, 1.3, 0, 7); ink.arc(6, 6, 1.3, 0, 7); ink.fill()
  }
  return ink.createPattern(tile, 'repeat')
}

// Reads the rows that a chart draws: its table's ordinary rows and the columns that name a series.
function read (table) {
  const heads = [...table.querySelectorAll('thead tr:last-child th')]
  const offset = heads.length - table.querySelector('tbody tr').querySelectorAll('td').length
  const series = heads.map((th, i) => ({ name: th.dataset.series, label: th.textContent.trim(), column: i - offset })).filter(s => s.name)
  const rows = [...table.querySelectorAll('tbody tr[data-kind="Item"]')]
  const value = (row, column) => {
    const raw = row.querySelectorAll('td')[column].dataset.value
    return raw === undefined || raw === '' ? null : Number(raw)
  }
  return {
    labels: rows.map(row => row.querySelector('th').textContent.trim()),
    series: series.map(s => ({ ...s, values: rows.map(row => value(row, s.column)) }))
  }
}

// Pounds are whole numbers, so halves can be told and go up, as they do everywhere else in the portal.
const asMillions = v => `${v < 0 ? '-' : ''}£${(Math.round(Math.abs(v) / 1e5) / 10).toFixed(1)}m`
const asCount = v => String(v)

// Writes each value on its bar, and the sum at the end of each stack.
const directLabels = format => ({
  id: 'directLabels',
  afterDatasetsDraw (chart) {
    const { ctx, data, options } = chart
    const flat = options.indexAxis === 'y'
    const stacked = options.scales.x.stacked
    ctx.save()
    ctx.font = `600 ${options.font.size - 1}px system-ui, sans-serif`
    ctx.textBaseline = 'middle'
    const ends = {}
    data.datasets.forEach((set, d) => chart.getDatasetMeta(d).data.forEach((bar, i) => {
      const value = set.data[i]
      if (!value) return
      const label = format(value)
      const width = ctx.measureText(label).width
      const length = Math.abs(flat ? bar.x - bar.base : bar.base - bar.y)
      const breadth = flat ? bar.height : bar.width
      ends[i] = { sum: (ends[i]?.sum ?? 0) + value, x: bar.x, y: bar.y }
      if (!stacked) {
        const [x, y] = flat ? [bar.x + 6, bar.y] : [bar.x - width / 2, bar.y - 9]
        plate(ctx, x - 1, y - 7, width + 2, 14)
        write(ctx, label, x, y)
      } else if (flat ? length > width + 10 : length > 17 && breadth > width + 4) {
        const [x, y] = flat ? [(bar.x + bar.base) / 2 - width / 2, bar.y] : [bar.x - width / 2, (bar.y + bar.base) / 2]
        plate(ctx, x - 4, y - 8, width + 8, 16)
        write(ctx, label, x, y)
      }
    }))
    if (stacked) {
      Object.values(ends).forEach(({ sum, x, y }) => {
        const label = format(sum)
        write(ctx, label, flat ? x + 6 : x - ctx.measureText(label).width / 2, flat ? y : y - 9)
      })
    }
    ctx.restore()
  }
})

// A pattern under a number would make it hard to read.
function plate (ctx, x, y, width, height) {
  ctx.fillStyle = 'rgba(255, 255, 255, 0.92)'
  ctx.fillRect(x, y, width, height)
}

function write (ctx, label, x, y) {
  ctx.fillStyle = text
  ctx.fillText(label, x, y)
}

// Long labels of an axis are broken into lines rather than turned.
function lines (label, length) {
  return label.split(' ').reduce((all, word) => {
    const last = all[all.length - 1]
    if (last !== undefined && (last + ' ' + word).length <= length) all[all.length - 1] = last + ' ' + word
    else all.push(word)
    return all
  }, [])
}

function draw (panel) {
  const shape = panel.dataset.chart
  const table = panel.querySelector('table[data-table]')
  const { labels, series } = read(table)
  const format = table.dataset.format === 'Counts' ? asCount : asMillions
  const flat = shape === 'bars' || shape === 'stacked-bars'
  const stacked = shape.startsWith('stacked')
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const amounts = { grid: { color: grid }, border: { display: false }, grace: '12%', beginAtZero: true, ticks: { color: text, maxTicksLimit: 6, callback: v => format(v) } }
  const names = { grid: { display: false }, ticks: { color: text, autoSkip: false, maxRotation: 0 } }
  return new window.Chart(panel.querySelector('canvas'), {
    type: 'bar',
    data: {
      labels: labels.map(label => lines(label, flat ? 18 : 12)),
      datasets: series.map(s => ({
        label: s.label,
        data: s.values,
        backgroundColor: fill(s.name),
        borderColor: colour(s.name),
        borderWidth: 1.5,
        maxBarThickness: flat ? 34 : 64
      }))
    },
    options: {
      font: { size: panel.clientWidth < 420 ? 11 : 13 },
      indexAxis: flat ? 'y' : 'x',
      animation: still ? false : { duration: 250 },
      maintainAspectRatio: false,
      layout: { padding: { right: flat ? 34 : 0 } },
      scales: {
        x: { ...(flat ? amounts : names), stacked },
        y: { ...(flat ? names : amounts), stacked }
      },
      plugins: {
        legend: { display: series.length > 1, position: 'bottom', labels: { color: text, boxWidth: 22, boxHeight: 14 } },
        tooltip: { callbacks: { label: item => `${item.dataset.label}: ${format(item.raw)}` } }
      }
    },
    plugins: [directLabels(format)]
  })
}

export function drawCharts () {
  window.Chart.defaults.font.family = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
  const charts = [...document.querySelectorAll('[data-chart]')].map(draw)
  // Paper is narrower than the screen: a chart that kept its size would be cut off.
  const size = (chart, font, ...area) => {
    chart.options.font.size = font
    chart.resize(...area)
    chart.update('none')
  }
  window.addEventListener('beforeprint', () => charts.forEach(c => size(c, 9, 320, 178)))
  window.addEventListener('afterprint', () => charts.forEach(c => size(c, 13)))
}
