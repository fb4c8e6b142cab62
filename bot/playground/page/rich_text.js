// Telegram's text with entities as elements. Offsets are UTF-16 units, as JavaScript counts them.

import { make } from "./dom.js";

const TAGS = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

export function richText(text, entities, onLink) {
  const ordered = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const whole = make("span", { class: "text" });
  fill(whole, text, 0, text.length, ordered, onLink);
  return whole;
}

function fill(parent, text, from, to, entities, onLink) {
  let at = from;
  let left = entities;
  while (left.length > 0) {
    const [entity, ...others] = left;
    const end = Math.min(entity.offset + entity.length, to);
    parent.append(text.slice(at, entity.offset));
    const element = elementFor(entity, onLink);
    fill(element, text, entity.offset, end, others.filter((other) => other.offset < end), onLink);
    parent.append(element);
    at = end;
    left = others.filter((other) => other.offset >= end);
  }
  parent.append(text.slice(at, to));
}

function elementFor(entity, onLink) {
  if (entity.type === "text_link" && /^(https?|tg|mailto):/i.test(entity.url)) {
    const follow = (event) => {
      if (onLink(entity.url)) event.preventDefault();
    };
    return make("a", { href: entity.url, target: "_blank", rel: "noopener noreferrer", onclick: follow });
  }
  if (entity.type === "spoiler") {
    return make("span", { class: "spoiler", tabindex: "0", onclick: (event) => event.currentTarget.classList.add("open") });
  }
  return make(TAGS[entity.type] ?? "span");
}
