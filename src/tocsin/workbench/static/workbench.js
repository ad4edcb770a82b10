// The workbench in the browser. Every action is a form or a link that works by itself; this script adds keys, selection
// of words, and pages that change in place. It writes no HTML of its own: text goes in as text, pages come from the
// server.

const $ = (query, root = document) => root.querySelector(query);
const main = () => $("#main");

// Offsets. The browser counts UTF-16 units, the case counts code points; only these two functions convert.
const toPoints = (text, units = text.length) => {
  let points = 0;
  for (const _ of text.slice(0, units)) points += 1;
  return points;
};
const toUnits = (text, points) => {
  let units = 0;
  for (const character of text) {
    if (points-- <= 0) break;
    units += character.length;
  }
  return units;
};

function findPoint(root, node, offset) {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(node, offset);
  return toPoints(range.toString());
}

function findNode(root, point) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let node = null;
  while (walker.nextNode()) {
    node = walker.currentNode;
    const points = toPoints(node.data);
    if (point <= points) return [node, toUnits(node.data, point)];
    point -= points;
  }
  return node ? [node, node.data.length] : [root, 0];
}

function readSelection() {
  const text = $("#text");
  const selection = document.getSelection();
  if (!text || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  return {
    start: findPoint(text, range.startContainer, range.startOffset),
    end: findPoint(text, range.endContainer, range.endOffset),
    words: range.toString(),
  };
}

function showSelection(start, end) {
  const text = $("#text");
  document.getSelection().setBaseAndExtent(...findNode(text, start), ...findNode(text, end));
  const [node] = findNode(text, end);
  node.parentElement.scrollIntoView({ block: "nearest" });
}

// Selecting by keys: the first and the last word move between the borders of words.
let selecting = null;

function findBorders(text) {
  const words = new Intl.Segmenter("en", { granularity: "word" });
  const borders = { starts: [], ends: [] };
  let point = 0;
  for (const { segment, isWordLike } of words.segment(text)) {
    const length = toPoints(segment);
    if (isWordLike) {
      borders.starts.push(point);
      borders.ends.push(point + length);
    }
    point += length;
  }
  return { ...borders, length: point };
}

function startSelecting(purpose) {
  const text = $("#text");
  if (!text) return;
  const card = $(".card[data-record]");
  const borders = findBorders(text.textContent);
  if (!borders.length) return;
  const chosen = readSelection();
  selecting = {
    purpose, borders,
    start: chosen?.start ?? Number(card?.dataset.start ?? borders.starts[0] ?? 0),
    end: chosen?.end ?? Number(card?.dataset.end ?? borders.ends[0] ?? borders.length),
  };
  text.focus();
  showSelection(selecting.start, selecting.end);
  tell(purpose === "words"
    ? "Choose the words: arrows move the first word, with Shift the last. Enter takes them, Escape leaves."
    : "Choose the words of the new record: arrows move the first word, with Shift the last. Enter takes them.");
}

function moveSelection(event) {
  const { borders } = selecting;
  const forward = event.key === "ArrowRight";
  const which = event.shiftKey ? "end" : "start";
  const stops = event.altKey ? null : event.shiftKey ? borders.ends : borders.starts;
  const here = selecting[which];
  let next = forward ? here + 1 : here - 1;
  if (stops) next = forward ? stops.find((p) => p > here) ?? here : stops.findLast((p) => p < here) ?? here;
  next = Math.max(0, Math.min(borders.length, next));
  if (which === "start" && next < selecting.end) selecting.start = next;
  if (which === "end" && next > selecting.start) selecting.end = next;
  showSelection(selecting.start, selecting.end);
}

function takeSelection(purpose) {
  const chosen = selecting ?? readSelection();
  if (!chosen) return startSelecting(purpose);
  selecting = null;
  const form = $(purpose === "words" ? "#words-form" : "#pick-form");
  form.elements.start.value = chosen.start;
  form.elements.end.value = chosen.end;
  document.getSelection().removeAllRanges();
  send(form);
}

function leave() {
  selecting = null;
  document.getSelection().removeAllRanges();
  const link = $("a[data-leave]");
  if (link) return visit(link.href);
  const form = $("#edit-form");
  if (form && !form.hidden) toggleEdit(false);
  document.activeElement?.blur();
  $("#card-title")?.focus();
}

document.addEventListener("selectionchange", () => {
  const picked = $("#picked");
  if (!picked) return;
  const chosen = selecting ? null : readSelection();
  picked.hidden = !chosen;
  if (chosen) $("#picked-words").textContent = chosen.words.length > 90 ? chosen.words.slice(0, 90) + "…" : chosen.words;
});

// Pages that change in place, one after the other: what a person does waits for what was done before, so that keys
// pressed in a row each meet the page that the one before made. A refresh (`keep`) gives way to all of that, and to
// words that are selected.
let queue = Promise.resolve();
let queued = 0;

function visit(address, options = {}, keep = false) {
  queued += 1;
  queue = queue.then(() => load(address, options, keep)).finally(() => { queued -= 1; });
  return queue;
}

async function load(address, options, keep) {
  const givesWay = () => keep && (queued > 1 || readSelection());
  if (givesWay()) return;
  let response;
  try {
    response = await fetch(address, options);
  } catch {
    tell("The workbench does not answer. Is `tocsin review` still running?");
    return;
  }
  if (givesWay()) return;
  if (!(response.headers.get("content-type") ?? "").startsWith("text/html")) {
    tell(await response.text());
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const method = options.method ?? "GET";
  const url = new URL(response.url);
  if (response.ok || method === "GET") {
    if (!keep && url.pathname + url.search !== location.pathname + location.search) history.pushState(null, "", url);
  }
  show(page, keep);
}

function show(page, keep) {
  const list = $(".list ol")?.scrollTop ?? 0;
  const reader = $(".reader")?.scrollTop ?? 0;
  const same = $(".desk")?.dataset.document === $(".desk", page)?.dataset.document;
  document.title = page.title;
  document.body.className = page.body.className;
  main().replaceWith(page.querySelector("#main"));
  for (const part of ["header nav", "#count", "footer .keys"]) $(part).replaceWith(page.querySelector(part));
  if (!$("#move").textContent) $("#move").textContent = $("#move", page).textContent;
  $("#headline").textContent = $("#headline", page).textContent;
  selecting = null;
  if (same && $(".reader")) $(".reader").scrollTop = reader;
  if (same && $(".list ol")) $(".list ol").scrollTop = list;
  settle(!keep);
  watch();
}

// Moves what scrolls by itself, and nothing around it.
function scrollWithin(box, element) {
  if (!box || !element || box.scrollHeight <= box.clientHeight || getComputedStyle(box).overflowY === "visible") return;
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  const margin = outer.height / 5;
  if (inner.top < outer.top + margin) box.scrollTop += inner.top - outer.top - margin;
  else if (inner.bottom > outer.bottom - margin) box.scrollTop += inner.bottom - outer.bottom + margin;
}

function settle(focus) {
  scrollWithin($(".reader"), $(".words .current"));
  scrollWithin($(".list ol"), $(".list a[aria-current]"));
  if (!focus) return;
  const editing = $("#edit-form:not([hidden]), #new-form");
  (editing ? $("input:not([type=hidden]), select", editing) : $("#card-title") ?? main()).focus({ preventScroll: true });
}

function send(form, button = null) {
  const fields = new URLSearchParams(new FormData(form, button));
  const method = form.method.toUpperCase();
  const address = new URL(form.getAttribute("action"), location.href);
  if (method === "GET") {
    address.search = new URLSearchParams([...fields].filter(([, value]) => value));
    return visit(address);
  }
  return visit(address, { method, body: fields });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "dialog") return;
  event.preventDefault();
  send(form, event.submitter);
});

document.addEventListener("click", (event) => {
  const doing = event.target.closest("[data-do]");
  if (doing && doing.type === "button") return act(doing.dataset.do);
  const mark = event.target.closest("mark[data-records]");
  if (mark && document.getSelection().isCollapsed) return visitRecord(mark.dataset.records.split(" "));
  const link = event.target.closest("a[href]");
  const plain = !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && event.button === 0;
  if (!link || !plain || link.origin !== location.origin || link.hasAttribute("download")) return;
  if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
  event.preventDefault();
  visit(link.href);
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit], .filter select")) send(event.target.form);
  if (event.target.matches("#files")) addFiles(event.target.files);
});

addEventListener("popstate", () => {
  document.getSelection().removeAllRanges();
  visit(location.href, {}, true);
});

function visitRecord(ids) {
  const current = $(".card[data-record]")?.dataset.record;
  const next = ids[(ids.indexOf(current) + 1) % ids.length];
  const address = new URL(location.href);
  address.pathname = `/review/${$(".desk").dataset.document}`;
  for (const name of ["new", "start", "end"]) address.searchParams.delete(name);
  address.searchParams.set("record", next);
  visit(address);
}

function toggleEdit(open) {
  const form = $("#edit-form");
  if (!form) return;
  form.hidden = !open;
  $("[data-do=edit]").setAttribute("aria-expanded", String(open));
  if (open) $("input:not([type=hidden]), select", form).focus();
}

// Files are sent as they are; the server learns their names, never where they lie.
async function addFiles(files) {
  for (const file of files) {
    if (file.size > 5_000_000) {
      tell(`${file.name} is too large: 5 MB at most.`);
      continue;
    }
    const address = `/articles/file?name=${encodeURIComponent(file.name)}`;
    const response = await fetch(address, { method: "POST", body: file, headers: { "content-type": "application/octet-stream" } });
    if (!response.ok) tell(await response.text());
  }
  visit("/articles");
}

addEventListener("dragover", (event) => { if ($("#drop")) event.preventDefault(); });
addEventListener("drop", (event) => {
  if (!$("#drop") || !event.dataTransfer.files.length) return;
  event.preventDefault();
  addFiles(event.dataTransfer.files);
});

// Keys: none fires while something is typed.
const PLACES = { a: "/articles", r: "/review", s: "/situation", m: "/run", b: "/briefing" };
let going = false;

function press(query) {
  const button = $(query);
  if (button) send(button.form, button);
  else tell("There is nothing to do that with here.");
}

function turn(action) {
  visit("/turn", { method: "POST", body: new URLSearchParams({ action }) });
}

function act(name) {
  if (queued) return void queue.then(() => act(name));
  const acts = {
    accept: () => press("[data-do=accept]"), reject: () => press("[data-do=reject]"),
    edit: () => toggleEdit($("#edit-form")?.hidden), leave,
    words: () => takeSelection("words"), new: () => takeSelection("new"),
    "take-words": () => takeSelection("words"), "take-new": () => takeSelection("new"),
    undo: () => turn("undo"), redo: () => turn("redo"),
    next: () => $("#next") && visit($("#next").href), previous: () => $("#previous") && visit($("#previous").href),
    most: () => visit("/review"), search: () => { const field = $("[data-key='/']"); field?.focus(); field?.select(); },
    help: () => $("#help").showModal(),
  };
  acts[name]?.();
}

const KEYS = { j: "next", k: "previous", a: "accept", r: "reject", e: "edit", s: "words", n: "new", u: "undo", U: "redo",
  l: "most", "/": "search", "?": "help" };

document.addEventListener("keydown", (event) => {
  const field = event.target.closest("input, textarea, select");
  if (event.key === "Escape" && !$("#help").open) return leave();
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && field?.form) {
    event.preventDefault();
    if (field.form.reportValidity()) send(field.form, $("button.main", field.form));
    return;
  }
  if (field || $("#help").open) return;
  if (selecting) {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") moveSelection(event);
    else if (event.key === "Enter") takeSelection(selecting.purpose);
    else return;
    event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey) {
    const name = { z: event.shiftKey ? "redo" : "undo", Z: "redo", y: "redo" }[event.key];
    if (!name) return;
    event.preventDefault();
    return act(name);
  }
  if (event.altKey) return;
  if (going) {
    going = false;
    if (PLACES[event.key]) visit(PLACES[event.key]);
    return;
  }
  if (event.key === "g") {
    going = true;
    setTimeout(() => { going = false; }, 1500);
    return;
  }
  if (KEYS[event.key]) {
    event.preventDefault();
    act(KEYS[event.key]);
  }
});

// The line that says how the answer moved, and what is under way.
let timer = null;
let busy = true;

function tell(words) {
  $("#move").textContent = words;
}

function put(query, words) {
  const element = $(query);
  if (element && element.textContent !== words) element.textContent = words;
}

async function follow() {
  let state;
  try {
    state = await (await fetch("/state")).json();
  } catch {
    put("#busy", "not running");
    return;
  }
  busy = Boolean(state.busy);
  put("#busy", busy ? `${state.step || "working"} …` : state.behind ? "answering …" : "");
  put("#count", `${state.reviewed} of ${state.claims} reviewed`);
  if (state.headline) put("#headline", state.headline);
  if (state.error) tell(`The answer could not be computed: ${state.error}`);
  else if (!state.behind && !busy && state.move && !selecting && told !== state.log) { told = state.log; tell(state.move); }
  const step = $("#progress .step");
  if (step && state.busy === "run") put("#progress .step", state.step);
  const seen = main().dataset;
  const page = document.body.className.replace("on-", "");
  const changed = Number(seen.log) !== state.log || Number(seen.documents) !== state.documents;
  const done = Number(seen.runs) !== state.runs || Number(seen.adds) !== state.adds;
  const answered = answers !== state.headline + state.behind && page === "situation";
  answers = state.headline + state.behind;
  const writing = $("#edit-form:not([hidden]), #new-form, details[open] .number-form") || selecting || readSelection()
    || document.activeElement?.matches("input, textarea, select");
  if (page === "review" && seen.answered === "no" && state.headline && !touched && !queued) visit("/review");
  else if ((changed || done || (answered && !state.behind)) && !writing && !queued) visit(location.href, {}, true);
}

let told = null;
let touched = false;
for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, () => { touched = true; }, { capture: true });
let answers = null;

async function watch() {
  clearTimeout(timer);
  if (!document.hidden) await follow();
  clearTimeout(timer);
  timer = setTimeout(watch, busy ? 250 : 1500);
}

document.addEventListener("visibilitychange", () => { if (!document.hidden) watch(); });
settle(true);
watch();
