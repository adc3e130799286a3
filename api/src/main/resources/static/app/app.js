(() => {
  const byId = id => document.getElementById(id);
  const root = document.documentElement;
  const phone = matchMedia('(max-width: 759px)');

  // --- what just happened, said once, to eyes and to screen readers
  function toast(text) {
    const box = document.createElement('div');
    box.className = 'toast';
    box.textContent = text;
    byId('toasts')?.replaceChildren(box);
    setTimeout(() => box.remove(), 8000);
  }

  // --- theme
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  function switchTheme() {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('theme', root.dataset.theme); } catch { /* lasts as long as the page, then */ }
    charts.redraw();
  }

  // --- charts: canvas only, because the SVG renderer writes inline styles, which our policy refuses
  const charts = (() => {
    const drawn = new Map();
    const colour = name => {
      const probe = document.createElement('span');
      probe.className = 'sr';
      document.body.append(probe);
      probe.style.color = `var(${name})`;
      const value = getComputedStyle(probe).color;
      probe.remove();
      return value;
    };
    const kinds = {
      // points: [seconds, seats filled, mean fit of 100]
      progress(points, label) {
        const ink = colour('--muted'), line = colour('--line'), first = colour('--accent'), second = colour('--good');
        const axis = { axisLabel: { color: ink }, nameTextStyle: { color: ink }, splitLine: { show: false }, axisLine: { lineStyle: { color: line } } };
        const series = (name, at, color, extra) => ({ name, type: 'line', step: 'end', showSymbol: points.length < 2, data: points.map(p => [p[0], p[1] ? p[at] : null]), itemStyle: { color }, lineStyle: { color, width: 2 }, ...extra });
        return {
          animation: false,
          textStyle: { fontFamily: 'Inter, system-ui, sans-serif' },
          grid: { left: 44, right: 52, top: 40, bottom: 40 },
          xAxis: { ...axis, type: 'value', name: label.seconds, nameLocation: 'middle', nameGap: 26 },
          yAxis: [
            { ...axis, name: label.filled, nameTextStyle: { color: first, align: 'left' }, type: 'value', min: 0, max: label.seats || null, minInterval: 1, splitLine: { lineStyle: { color: line } } },
            { ...axis, name: `${label.fit}, dashed`, nameTextStyle: { color: second, align: 'right' }, type: 'value', min: 0, max: 100, axisLabel: { color: ink } }],
          series: [series(label.filled, 1, first), series(label.fit, 2, second, { yAxisIndex: 1, lineStyle: { color: second, width: 2, type: 'dashed' } })],
        };
      },
    };
    function draw(el) {
      if (!window.echarts || !el.clientWidth) return;
      const chart = drawn.get(el) ?? echarts.init(el, null, { renderer: 'canvas', devicePixelRatio: Math.max(2, devicePixelRatio) });
      drawn.set(el, chart);
      el.points ??= [];
      chart.setOption(kinds[el.dataset.chart](el.points, JSON.parse(el.dataset.labels)), true);
      el.dataset.ready = 'true';
    }
    return {
      scan(within = document) {
        for (const [el, chart] of drawn) if (!el.isConnected) { chart.dispose(); drawn.delete(el); }
        within.querySelectorAll('[data-chart]').forEach(draw);
      },
      add(el, point) { el.points ??= []; el.points.push(point); draw(el); },
      redraw() { drawn.forEach((chart, el) => draw(el)); },
      resize() { drawn.forEach(chart => chart.resize()); },
    };
  })();

  // --- one listener for every button that only works the page itself
  document.addEventListener('click', event => {
    const at = selector => event.target.closest(selector);
    const opener = at('[data-opens]');
    if (opener) { event.preventDefault(); byId(opener.dataset.opens).showModal(); }
    at('[data-closes]')?.closest('dialog').close();
    if (event.target instanceof HTMLDialogElement && event.target.open && outside(event)) event.target.close();
    if (at('[data-theme-switch]')) switchTheme();
    const fill = at('[data-fill]');
    if (fill) { byId('username').value = fill.dataset.fill; byId('password').value = fill.dataset.password; fill.closest('main').querySelector('form').requestSubmit(); }
    if (at('[data-add-row]')) addRow();
    const remove = at('[data-remove-row]');
    if (remove) removeRow(remove.closest('.req'));
  });
  function outside(event) {
    const box = event.target.getBoundingClientRect();
    return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
  }

  // --- requirement rows of a posting
  let rows = 100;
  function addRow() {
    const row = byId('requirement-row').content.cloneNode(true);
    const n = rows++;
    row.querySelectorAll('[id]').forEach(el => { el.id = el.id.replace('-x', '-' + n); });
    row.querySelectorAll('[for]').forEach(el => { el.htmlFor = el.htmlFor.replace('-x', '-' + n); });
    byId('requirements').append(row);
    byId('requirements').lastElementChild.querySelector('input').focus();
  }
  function removeRow(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    const form = row.closest('form');
    if (next) { row.remove(); next.querySelector('input').focus(); }
    else row.querySelectorAll('input').forEach(input => { input.value = ''; });
    form.dispatchEvent(new Event('change', { bubbles: true }));
  }

  // --- a form is sent once: a second press while it travels does nothing
  document.addEventListener('submit', event => {
    if (event.target.method !== 'post' || event.defaultPrevented) return;
    setTimeout(() => event.target.querySelectorAll('button:not([type=button])').forEach(b => b.setAttribute('aria-busy', 'true')));
    if (event.target.dataset.sending) event.preventDefault();
    event.target.dataset.sending = 'true';
  });
  addEventListener('pageshow', () => document.querySelectorAll('[data-sending]').forEach(release));
  function release(form) {
    delete form.dataset.sending;
    form.querySelectorAll('[aria-busy]').forEach(b => b.removeAttribute('aria-busy'));
  }

  // --- check all, and how many are checked
  document.addEventListener('change', event => {
    const all = event.target.closest('[data-checks]');
    const form = event.target.form;
    const boxes = name => [...form.elements].filter(el => el.name === name); // also those outside it that name it
    if (all) boxes(all.dataset.checks).forEach(box => { box.checked = all.checked; });
    const counter = form?.querySelector('[data-counts]');
    if (counter) {
      const n = boxes(counter.dataset.counts).filter(box => box.checked).length;
      counter.disabled = n < Number(counter.dataset.least || 1);
      const number = counter.querySelector('[data-number]');
      if (number) number.textContent = n;
    }
  });

  // --- what was wrong is no longer marked once it is mended
  document.addEventListener('input', event => {
    const field = event.target.closest('[aria-invalid]');
    if (!field?.value) return;
    field.removeAttribute('aria-invalid');
    byId(field.id + '-error')?.remove();
    const link = document.querySelector(`.notice.bad a[href="#${field.id}"]`);
    const notice = link?.closest('.notice');
    link?.closest('li').remove();
    if (notice && !notice.querySelector('li')) notice.remove();
  });

  // --- htmx
  document.addEventListener('htmx:afterSettle', event => {
    const target = event.detail.target ?? event.target;
    charts.scan();
    if (target.id === 'detail') {
      target.closest('.workspace').dataset.view = 'detail';
      const here = location.pathname;
      document.querySelectorAll('.card').forEach(card => card.getAttribute('href') === here ? card.setAttribute('aria-current', 'true') : card.removeAttribute('aria-current'));
      target.scrollTop = 0;
      if (phone.matches) scrollTo(0, 0);
      target.focus({ preventScroll: true });
      const title = target.querySelector('h1, h2');
      if (title) document.title = `${title.textContent} · Traverse`;
    }
  });
  document.addEventListener('htmx:historyRestore', () => charts.scan());
  document.addEventListener('htmx:afterRequest', event => { const form = event.target.closest?.('[data-sending]'); if (form) release(form); });
  document.addEventListener('htmx:sendError', () => toast('No connection. Nothing was saved; try again.'));
  document.addEventListener('htmx:responseError', event => toast(
    event.detail.xhr.status === 403 ? 'You may not do that. Nothing was changed.' : 'That did not work and nothing was saved. Try again; if it keeps failing, tell support.'));
  document.addEventListener('htmx:beforeSwap', event => {
    // A refused form comes back with its errors in place.
    if (event.detail.xhr.status === 422 || event.detail.xhr.status === 400) { event.detail.shouldSwap = true; event.detail.isError = false; }
  });
  document.addEventListener('htmx:xhr:progress', event => {
    const bar = event.target.querySelector?.('progress[data-upload]');
    if (bar && event.detail.lengthComputable) { bar.hidden = false; bar.max = event.detail.total; bar.value = event.detail.loaded; }
  });
  document.addEventListener('htmx:sseMessage', () => {
    const chart = document.querySelector('[data-chart=progress]');
    const point = document.querySelector('[data-point]');
    if (chart && point) charts.add(chart, JSON.parse(point.dataset.point));
  });

  // --- start
  let settling;
  addEventListener('resize', () => { clearTimeout(settling); settling = setTimeout(() => { charts.scan(); charts.resize(); }, 120); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => charts.redraw());
  charts.scan();
  document.querySelector('dialog[data-open-now]')?.showModal();
  setTimeout(() => document.querySelector('[data-notice]')?.remove(), 10000);
  const picked = document.querySelector('.pick[aria-current]');
  if (picked) picked.parentElement.scrollTop = picked.offsetTop - picked.parentElement.offsetTop;
  const wrong = document.querySelector('[aria-invalid=true]');
  if (wrong) wrong.focus();
})();
