// The page is complete without this: it adds filters, the overview's table, keys, and lines between places that belong
// together. A file's part stands in a <noscript> until somebody looks at it.
(() => {
  'use strict';

  const openAtOnce = 12;       // more files than this begin folded
  const printAtMost = 300;     // of more files, those that are open are printed
  const rowsAtOnce = 100;
  const severities = ['e', 'w', 'i'];

  const filters = document.getElementById('filters');
  const files = [...document.querySelectorAll('details.file')];
  const clean = [...document.querySelectorAll('p.clean')];
  document.documentElement.classList.add('scripted');
  document.documentElement.classList.toggle('found', files.length > 0);

  // "totals/balance:e:2 …", the data-n and data-q of a file
  const countsOf = (text) => (text || '').split(' ').filter(Boolean).map((part) => {
    const [rule, severity, count] = part.split(':');
    return { rule, severity, count: Number(count) };
  });
  const counts = new Map(files.map((file) =>
    [file, { n: countsOf(file.dataset.n), q: countsOf(file.dataset.q) }]));

  // ---- filters

  const state = () => {
    const form = filters.elements;
    return {
      severities: new Set([...form.severity].filter((box) => box.checked).map((box) => box.value)),
      rule: form.rule.value,
      words: form.words.value.trim().toLowerCase(),
      quiet: form.quiet.checked,
    };
  };
  let shown = null;

  const passes = (one) => shown.severities.has(one.severity) && (shown.rule === '' || shown.rule === one.rule);
  const isShown = (item) => (shown.quiet || !item.classList.contains('q')) &&
    passes({ severity: severities.find((one) => item.classList.contains(one)), rule: item.dataset.r });
  const countShown = (file) => {
    const { n, q } = counts.get(file);
    return (shown.quiet ? [...n, ...q] : n).filter(passes).reduce((sum, one) => sum + one.count, 0);
  };

  function applyTo(file) {
    const on = new Set();
    for (const item of file.querySelectorAll('.list > ol > li')) {
      item.hidden = !isShown(item);
      if (!item.hidden) on.add(item.dataset.d);
    }
    for (const mark of file.querySelectorAll('mark')) {
      mark.classList.toggle('off', !mark.dataset.d.split(' ').some((number) => on.has(number)));
    }
    for (const sign of file.querySelectorAll('a.n')) sign.hidden = !on.has(sign.dataset.d);
  }

  function apply() {
    shown = state();
    let number = 0;
    let all = 0;
    for (const file of files) {
      const here = countShown(file);
      const words = `${file.dataset.path} ${file.dataset.organ || ''}`.toLowerCase();
      const fits = words.includes(shown.words);
      // A file that could not be read, or that a rule failed on, has something to say besides findings.
      const { n, q } = counts.get(file);
      file.hidden = !fits || (here === 0 && n.length + q.length > 0);
      number += fits ? here : 0;
      all += [...n, ...(shown.quiet ? q : [])].reduce((sum, one) => sum + one.count, 0);
      if (!file.querySelector(':scope > noscript')) applyTo(file);
    }
    filters.elements.shown.value = filters.elements.shown.dataset.text.replace('{n}', number).replace('{all}', all);
    light(null);
    drawMatrix();
  }

  // ---- files

  function mount(file) {
    const waiting = file.querySelector(':scope > noscript');
    if (!waiting) return;
    const content = document.createElement('template');
    content.innerHTML = waiting.textContent;
    waiting.replaceWith(content.content);
    applyTo(file);
  }

  for (const file of files) {
    file.open = files.length <= openAtOnce;
    file.addEventListener('toggle', () => { if (file.open) mount(file); });
  }

  function goTo(id, focus) {
    const file = document.getElementById(id.split('-')[0]);
    if (file && file.matches('details.file')) {
      file.hidden = false;
      file.open = true;
      mount(file);
    }
    const target = document.getElementById(id);
    if (!target) return false;
    for (let outer = target.parentElement; outer; outer = outer.parentElement) {
      if (outer.matches('details')) outer.open = true;
    }
    if (target.matches('.list > ol > li')) reveal(target);
    else target.scrollIntoView({ block: target.matches('details') ? 'start' : 'center', inline: 'nearest' });
    if (focus) {
      const place = target.matches('details') ? target.querySelector('summary') : target;
      if (place.tabIndex < 0) place.tabIndex = -1;
      place.focus({ preventScroll: true });
    }
    if (/^f\d+-/.test(id)) light(target);
    return true;
  }

  // A list that stands beside its report scrolls by itself, so that the report stays where it is.
  function reveal(item) {
    const pane = item.closest('.list');
    if (getComputedStyle(pane).position === 'sticky') {
      pane.scrollTop += item.getBoundingClientRect().top - pane.getBoundingClientRect().top - 12;
    } else {
      item.scrollIntoView({ block: 'center' });
    }
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) {
      const id = link.getAttribute('href').slice(1);
      if (!goTo(id, true)) return;
      event.preventDefault();
      history.replaceState(null, '', `#${id}`);
      return;
    }
    const mark = event.target.closest('mark[data-d]');
    const file = mark && mark.closest('details.file');
    const item = file && document.getElementById(`${file.id}-d${mark.dataset.d.split(' ')[0]}`);
    if (item) {
      if (getComputedStyle(item.closest('.list')).position === 'sticky') reveal(item);
      light(item);
    }
  });
  window.addEventListener('hashchange', () => goTo(location.hash.slice(1), true));

  // ---- places that belong together

  let lit = null;

  function light(element) {
    for (const hot of document.querySelectorAll('.hot')) hot.classList.remove('hot');
    for (const wires of document.querySelectorAll('.wires')) wires.remove();
    lit = element;
    const file = element && element.closest('details.file');
    const holder = element && element.closest('[data-d]');
    if (!file || !holder) return;
    for (const number of holder.dataset.d.split(' ')) lightOne(file, number);
  }

  function lightOne(file, number) {
    const item = document.getElementById(`${file.id}-d${number}`);
    if (!item || item.hidden) return;
    item.classList.add('hot');
    const marks = [...file.querySelectorAll(`mark[data-d~="${number}"]`)];
    for (const mark of marks) mark.classList.add('hot');
    const paper = file.querySelector('.paper');
    const from = document.getElementById(`${file.id}-m${number}`);
    if (!paper || !from) return;
    const ends = marks.filter((mark) => mark.id.startsWith(`${file.id}-m${number}-`));
    for (let i = 1; ; ++i) {  // a place that others are marked at too has its id on an element before the mark
      const end = document.getElementById(`${file.id}-m${number}-${i}`);
      if (!end) break;
      if (!ends.includes(end)) ends.push(end);
    }
    if (ends.length > 0) drawWires(paper, from, ends);
  }

  // Below an element, or where it begins when it goes over several lines; of what is scrolled out of its box, the box's edge.
  function pointOf(element, origin) {
    const box = element.getClientRects()[0] || element.getBoundingClientRect();
    const frame = element.closest('.scroll');
    let x = box.left + box.width / 2;
    let y = box.bottom;
    if (frame) {
      const edge = frame.getBoundingClientRect();
      x = Math.min(Math.max(x, edge.left), edge.right);
      y = Math.min(Math.max(y, edge.top), edge.bottom);
    }
    return { x: x - origin.left, y: y - origin.top };
  }

  function drawWires(paper, from, ends) {
    const origin = paper.getBoundingClientRect();
    const make = (name, attributes) => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const wires = make('svg', { class: 'wires', 'aria-hidden': 'true' });
    const start = pointOf(from, origin);
    wires.append(make('circle', { cx: start.x, cy: start.y, r: 3.5 }));
    for (const element of ends) {
      const end = pointOf(element, origin);
      const right = Math.max(start.x, end.x) + 64 < origin.width;
      const bend = (right ? 1 : -1) * Math.min(80, 16 + Math.abs(end.y - start.y) / 4);
      // Below the figures of one row, beside those of one column.
      const path = Math.abs(end.y - start.y) < 12
        ? `M${start.x},${start.y} Q${(start.x + end.x) / 2},${start.y + 28} ${end.x},${end.y}`
        : `M${start.x},${start.y} C${start.x + bend},${start.y} ${end.x + bend},${end.y} ${end.x},${end.y}`;
      wires.append(make('path', { d: path }));
      wires.append(make('circle', { cx: end.x, cy: end.y, r: 3.5 }));
    }
    paper.append(wires);
  }

  const relight = () => { if (lit) light(lit); };
  window.addEventListener('resize', relight);
  document.addEventListener('scroll', (event) => {
    if (event.target.matches && event.target.matches('.paper .scroll')) relight();
  }, true);
  document.addEventListener('toggle', relight, true);

  for (const kind of ['pointerover', 'focusin']) {
    document.addEventListener(kind, (event) => {
      const holder = event.target.closest('details.file [data-d]');
      if (holder && holder !== lit) light(holder);
    });
  }

  // ---- keys

  const items = () => files.filter((file) => !file.hidden && file.dataset.n + (file.dataset.q || '') !== '');

  function step(way) {
    const near = document.activeElement.closest('details.file [data-d]') || lit;
    const here = near && document.getElementById(
      `${near.closest('details.file').id}-d${near.closest('[data-d]').dataset.d.split(' ')[0]}`);
    const list = items();
    if (list.length === 0) return;
    let file = here ? here.closest('details.file') : null;
    if (!file || !list.includes(file)) {
      file = way > 0 ? list[0] : list[list.length - 1];
    }
    const visible = (one) => {
      one.open = true;
      mount(one);
      return [...one.querySelectorAll('.list > ol > li')].filter((item) => !item.hidden);
    };
    let within = visible(file);
    let index = here && within.includes(here) ? within.indexOf(here) + way : (way > 0 ? 0 : within.length - 1);
    while (index < 0 || index >= within.length) {
      const next = list.indexOf(file) + way;
      if (next < 0 || next >= list.length) return;
      file = list[next];
      within = visible(file);
      index = way > 0 ? 0 : within.length - 1;
    }
    const item = within[index];
    const mark = document.getElementById(item.id.replace('-d', '-m'));
    if (mark) {
      for (let outer = mark.parentElement; outer; outer = outer.parentElement) {
        if (outer.matches('details')) outer.open = true;
      }
      mark.scrollIntoView({ block: 'center', inline: 'nearest' });
    }
    item.focus({ preventScroll: Boolean(mark) });
    if (mark && getComputedStyle(item.closest('.list')).position === 'sticky') reveal(item);
    light(item);
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches('input[type="search"], select, textarea')) return;
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === 'Escape') light(null);
    else return;
    event.preventDefault();
  });

  // ---- overview

  const overview = document.getElementById('overview');
  const matrix = document.getElementById('matrix');
  const collator = new Intl.Collator('zh');
  let order = { by: 'worst', down: true };
  let rowLimit = rowsAtOnce;

  const add = (parent, name, attributes = {}, text = '') => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text !== '') element.textContent = text;
    parent.append(element);
    return element;
  };

  // One row a file: what rules about all files say of one at the end of the run belongs to its first part.
  function rowsOf() {
    const byPath = new Map();
    for (const file of files) {
      if (file.hidden) continue;
      const { path, organ = '', year = '' } = file.dataset;
      let row = byPath.get(path);
      if (!row) {
        row = { path, organ, year, id: file.id, unreadable: 'unreadable' in file.dataset, rules: new Map(), e: 0, w: 0, i: 0 };
        byPath.set(path, row);
      }
      const { n, q } = counts.get(file);
      for (const one of shown.quiet ? [...n, ...q] : n) {
        if (!passes(one)) continue;
        row[one.severity] += one.count;
        const cell = row.rules.get(one.rule) || { count: 0, severity: one.severity };
        cell.count += one.count;
        if (severities.indexOf(one.severity) < severities.indexOf(cell.severity)) cell.severity = one.severity;
        row.rules.set(one.rule, cell);
      }
    }
    return [...byPath.values()];
  }

  const nameOf = (row) => row.organ || row.path;
  const compare = {
    worst: (a, b) => Number(a.unreadable) - Number(b.unreadable) || a.e - b.e || a.w - b.w || a.i - b.i,
    name: (a, b) => collator.compare(nameOf(a), nameOf(b)),
    e: (a, b) => a.e - b.e,
    w: (a, b) => a.w - b.w,
    i: (a, b) => a.i - b.i,
  };
  const compareRows = (a, b) => {
    const by = compare[order.by] ||
      ((x, y) => (x.rules.get(order.by)?.count || 0) - (y.rules.get(order.by)?.count || 0));
    return (order.down ? -by(a, b) : by(a, b)) || -compare.worst(a, b) || collator.compare(a.path, b.path);
  };

  function addHead(row, key, text, attributes, title) {
    const head = add(row, 'th', { scope: 'col', ...attributes });
    if (order.by === key) head.setAttribute('aria-sort', order.down ? 'descending' : 'ascending');
    const button = add(head, 'button', { type: 'button', 'data-sort': key }, text);
    if (title) button.title = title;
    button.addEventListener('click', () => {
      order = { by: key, down: order.by === key ? !order.down : key !== 'name' };
      drawMatrix();
      matrix.querySelector(`[data-sort="${CSS.escape(key)}"]`).focus();
    });
  }

  function drawMatrix() {
    const text = matrix.dataset;
    const rows = rowsOf().sort(compareRows);
    const totals = new Map();
    for (const row of rows) {
      for (const [rule, cell] of row.rules) totals.set(rule, (totals.get(rule) || 0) + cell.count);
    }
    const rules = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([rule]) => rule);
    matrix.replaceChildren();
    if (rows.length > 0 && files.length + clean.length > 1) {
      const box = add(matrix, 'div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': text.caption });
      const table = add(box, 'table');
      add(table, 'caption', {}, text.caption);
      const head = add(add(table, 'thead'), 'tr');
      addHead(head, 'name', text.organ, {});
      for (const severity of severities) addHead(head, severity, text[severity], {});
      for (const rule of rules) addHead(head, rule, rule, { class: 'tall' });
      const body = add(table, 'tbody');
      for (const row of rows.slice(0, rowLimit)) {
        const line = add(body, 'tr');
        const name = add(line, 'th', { scope: 'row' });
        add(name, 'a', { href: `#${row.id}` }, `${nameOf(row)}${row.year ? ` ${row.year}` : ''}`);
        if (row.organ) add(name, 'span', { class: 'path' }, row.path);
        if (row.unreadable) add(name, 'span', { class: 'sev e' }, text.unreadable);
        for (const severity of severities) add(line, 'td', { class: severity }, row[severity] ? String(row[severity]) : '');
        for (const rule of rules) {
          const cell = row.rules.get(rule);
          add(line, 'td', cell ? { class: cell.severity, title: rule } : {}, cell ? String(cell.count) : '');
        }
      }
      if (rows.length > rowLimit) {
        const more = add(add(matrix, 'p', { class: 'more' }), 'button', { type: 'button' },
          text.more.replace('{n}', rows.length - rowLimit));
        more.addEventListener('click', () => { rowLimit = Infinity; drawMatrix(); });
      }
    }
    if (clean.length > 0 && files.length > 0) {
      const fold = add(matrix, 'details', { class: 'cleans' });
      add(fold, 'summary', {}, text.clean.replace('{n}', clean.length));
      fold.addEventListener('toggle', () => {
        if (fold.querySelector('ul')) return;
        const list = add(fold, 'ul');
        for (const one of clean) {
          const { path, organ = '', year = '' } = one.dataset;
          add(list, 'li', {}, `${path} ${organ} ${year}`.trim());
        }
      });
    }
  }

  // ---- print

  let folded = [];
  window.addEventListener('beforeprint', () => {
    light(null);
    const printed = files.filter((file) => file.open || (!file.hidden && files.length <= printAtMost));
    folded = printed.filter((file) => !file.open);
    for (const rules of overview.querySelectorAll('details.rules')) rules.open = true;
    for (const file of printed) {
      mount(file);
      file.open = true;
    }
  });
  window.addEventListener('afterprint', () => {
    for (const file of folded) file.open = false;
  });

  // ---- start

  const main = document.getElementById('main');
  main.prepend(overview);
  for (const rules of overview.querySelectorAll('details.rules')) rules.open = false;
  const known = new Set();
  for (const { n, q } of counts.values()) for (const one of [...n, ...q]) known.add(one.rule);
  for (const rule of [...known].sort()) add(filters.elements.rule, 'option', { value: rule }, rule);
  filters.hidden = false;
  filters.addEventListener('submit', (event) => event.preventDefault());
  filters.addEventListener('input', () => { rowLimit = rowsAtOnce; apply(); });
  apply();
  for (const file of files) if (file.open) mount(file);
  if (location.hash) goTo(location.hash.slice(1), true);
})();
