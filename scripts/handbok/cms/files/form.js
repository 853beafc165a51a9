// The one form in which an entry is written (decision 0006), as scripts/handbok/reading/form.py has it.
// Width and patterns come from there; a test writes every entry of the handbook with both.
import { Document, isMap, isScalar, isSeq, parseDocument } from "./yaml/index.js";

const TEXT = { schema: "failsafe" }; // nothing is guessed: every value is text (decision 0002)
const FILE = "#"; // where an entry keeps the file that it came from, for its comments
const NOT_TEXT = ["number", "datetime"];

/** The values of a file, every one as text; references whole. */
export function read(text, fields) {
  const doc = parseDocument(text, TEXT);
  if (doc.errors.length) { throw new Error(doc.errors[0].message); }
  return { ...values(doc.toJS() ?? {}, { fields }), [FILE]: text };
}

/** The file of an entry: only what was changed differs from the file it came from. */
export function write(data, fields, form) {
  const { [FILE]: file = "", ...rest } = data;
  const before = parseDocument(file, TEXT);
  const doc = new Document(emptied(rest) ?? {}, TEXT);
  const comment = before.commentBefore ?? before.contents?.commentBefore;
  keep(doc.contents, before.contents, { fields });
  if (comment && doc.contents.items[0]) { doc.contents.items[0].key.commentBefore = comment; }
  doc.comment = before.comment ?? before.contents?.comment;
  style(doc.contents, { fields }, -2, 0, form);
  return folded(doc.toString({ lineWidth: 0 }), form.bredd);
}

function values(value, field) {
  if (Array.isArray(value)) { return value.map((part) => values(part, item(field, part))); }
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, values(part, named(field, name))]));
  }
  const text = String(value ?? "").trimEnd();
  return field?.typ && text && !text.includes("/") ? `${field.typ}/${text}` : text;
}

/** A value without fields that nobody has filled in; nothing when nothing is left. */
function emptied(value) {
  if (Array.isArray(value)) {
    const parts = value.map(emptied).filter((part) => part !== undefined);
    return parts.length ? parts : undefined;
  }
  if (value && typeof value === "object") {
    const parts = Object.entries(value).map(([name, part]) => [name, emptied(part)]).filter(([, part]) => part !== undefined);
    return parts.length ? Object.fromEntries(parts) : undefined;
  }
  const text = String(value ?? "").trim();
  return text === "" ? undefined : text;
}

/** What stands in a list: the kind that a part says it is, or what all of them are. */
function item(field, part) {
  const kind = isMap(part) ? part.get(field?.typeKey) : part?.[field?.typeKey];
  return field?.types?.find((one) => one.name === kind) ?? field?.field ?? field;
}

function named(field, name) {
  return field?.fields?.find((one) => one.name === name);
}

/** Fields in their order, and from the file as it was: comments, and references without their type. */
function keep(now, before, field) {
  if (isMap(now)) {
    const order = field?.order ?? (field?.fields ?? []).map((one) => one.name);
    const place = (pair) => (order.indexOf(pair.key.value) + 1 || order.length + 1);
    now.items.sort((one, other) => place(one) - place(other));
    for (const pair of now.items) {
      const old = isMap(before) ? before.items.find((one) => one.key.value === pair.key.value) : undefined;
      if (old) { pair.key.commentBefore = old.key.commentBefore; }
      keepValue(pair, "value", old?.value, named(field, pair.key.value));
    }
  } else if (isSeq(now)) {
    now.items.forEach((part, number) => {
      const old = isSeq(before) ? before.items[number] : undefined;
      if (old) { part.commentBefore = old.commentBefore; }
      keepValue(now.items, number, old, item(field, part));
    });
  }
}

function keepValue(holder, name, old, field) {
  const now = holder[name];
  if (isScalar(now) && isScalar(old) && field?.typ && now.value === `${field.typ}/${old.value}`) {
    now.value = old.value;
  }
  keep(now, old, field);
}

/** How each value is written; `lead` is what stands before it on its line, in signs. */
function style(node, field, indent, lead, form) {
  const inner = indent + 2;
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      style(value, named(field, key.value), inner, inner + key.value.length + 1, form);
    }
  } else if (isSeq(node)) {
    for (const part of node.items) { style(part, item(field, part), inner, inner + 1, form); }
  } else if (isScalar(node)) {
    node.type = kind(node, field, lead, form);
  }
}

function kind(node, field, lead, form) {
  if (node.value.includes("\n")) {
    node.value = `${node.value}\n`;
    return "BLOCK_LITERAL";
  }
  const quoted = new RegExp(form.citat).test(node.value) || (isText(field) && new RegExp(`^(?:${form.annat})$`).test(node.value));
  const long = lead + 1 + node.value.length + (quoted ? 2 : 0) > form.bredd && node.value.includes(" ");
  if (long) { return "BLOCK_FOLDED"; }
  if (!quoted) { return "PLAIN"; }
  return /["\\]/.test(node.value) ? "QUOTE_SINGLE" : "QUOTE_DOUBLE";
}

function isText(field) {
  const options = field?.options ?? [];
  return !NOT_TEXT.includes(field?.widget) && !(options.length === 2 && options.includes("ja") && options.includes("nej"));
}

/** Long texts broken between words, which the library does a little differently. */
function folded(text, width) {
  let literal = -1;
  let long = false;
  return text.split("\n").flatMap((line) => {
    const indent = line.length - line.trimStart().length;
    if (literal >= 0 && (line.trim() === "" || indent > literal)) { return [line]; }
    literal = /(?:^|[:-]) \|$/.test(line) ? indent : -1;
    const broken = long ? wrapped(line, " ".repeat(indent), width) : [line];
    long = /[:-] >-$/.test(line);
    return broken;
  }).join("\n");
}

function wrapped(line, indent, width) {
  const lines = [];
  for (const word of line.trim().split(/(?<=\S) (?=\S)/)) {
    const last = lines.at(-1);
    if (last !== undefined && indent.length + last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else { lines.push(word); }
  }
  return lines.map((one) => indent + one);
}
