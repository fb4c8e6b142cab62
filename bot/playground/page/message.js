// One message of a chat as an element.

import { fileAddress } from "./api.js";
import { icon, make } from "./dom.js";
import { fullName } from "./names.js";
import { richText } from "./rich_text.js";
import { pageLanguage, word } from "./words.js";

// `act` has what a message lets one do: tap, copy, link, reply, edit.
export function messageElement(message, { own, timezone, act }) {
  const bubble = make("div", { class: "bubble" }, ...contents(message, act), meta(message, timezone));
  const parts = [make("div", { class: "line" }, bubble, deeds(message, own, act))];
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (rows.length > 0) parts.push(inlineKeyboard(message, rows, act));
  return make("li", { class: own ? "message own" : "message", "data-id": message.message_id }, ...parts);
}

function contents(message, act) {
  const parts = [];
  if (message.forward_origin) parts.push(make("p", { class: "forwarded" }, word("forwarded")));
  if (message.reply_to_message) parts.push(make("p", { class: "quote" }, summary(message.reply_to_message)));
  if (message.photo) parts.push(photo(message.photo.at(-1)));
  if (message.document) parts.push(documentLink(message.document));
  if (message.contact) parts.push(contactCard(message.contact));
  const text = message.text ?? message.caption;
  if (text) parts.push(richText(text, message.entities ?? message.caption_entities, act.link));
  return parts;
}

export function summary(message) {
  return message.text ?? message.caption ?? message.document?.file_name ?? word(message.contact ? "contact" : "picture");
}

function photo(size) {
  const address = fileAddress(size);
  return make("img", { class: "photo", src: address, width: size.width, height: size.height, alt: word("picture") });
}

function documentLink(file) {
  const name = make("strong", {}, file.file_name);
  const details = make("span", { class: "file-name" }, name, make("small", {}, size(file.file_size)));
  const attributes = { class: "file", href: fileAddress(file), download: file.file_name };
  return make("a", { ...attributes, "aria-label": word("download", { name: file.file_name }) }, icon("file"), details);
}

function size(bytes) {
  const thousands = bytes / 1024;
  const format = new Intl.NumberFormat(pageLanguage(), { maximumFractionDigits: 1 });
  if (bytes < 1024) return `${bytes} B`;
  return thousands < 1024 ? `${format.format(thousands)} KB` : `${format.format(thousands / 1024)} MB`;
}

function contactCard(contact) {
  const name = make("strong", {}, fullName(contact));
  const lines = make("span", { class: "file-name" }, name, make("small", {}, contact.phone_number));
  return make("div", { class: "file" }, icon("person"), lines);
}

function meta(message, timezone) {
  const format = new Intl.DateTimeFormat(pageLanguage(), { timeStyle: "short", timeZone: timezone });
  const moment = new Date(message.date * 1000);
  const time = make("time", { datetime: moment.toISOString() }, format.format(moment));
  return make("span", { class: "meta" }, message.edit_date ? `${word("edited")} ` : null, time);
}

function deeds(message, own, act) {
  const can = [["reply", act.reply]];
  if (own && message.text && !message.forward_origin) can.unshift(["edit", act.edit]);
  const buttons = can.map(([name, deed]) =>
    make("button", { type: "button", title: word(name), "aria-label": word(name), onclick: () => deed(message) }, icon(name)),
  );
  return make("span", { class: "deeds" }, ...buttons);
}

function inlineKeyboard(message, rows, act) {
  const rowElements = rows.map((row) =>
    make("div", { class: "row" }, ...row.map((button) => inlineButton(message, button, act))),
  );
  return make("div", { class: "inline" }, ...rowElements);
}

function inlineButton(message, button, act) {
  const attributes = { type: "button" };
  if (button.copy_text) {
    return make("button", { ...attributes, onclick: () => act.copy(button.copy_text.text) }, icon("copy"), button.text);
  }
  if (button.url) {
    const open = () => act.link(button.url) || window.open(button.url, "_blank", "noopener");
    return make("button", { ...attributes, onclick: open }, icon("link"), button.text);
  }
  const tap = async (event) => {
    const pressed = event.currentTarget;
    pressed.classList.add("waiting");
    await act.tap(message, button);
    setTimeout(() => pressed.classList.remove("waiting"), 4000);
  };
  return make("button", { ...attributes, onclick: tap }, button.text);
}

export function dayOf(seconds, timezone) {
  const options = { month: "long", day: "numeric", weekday: "long", timeZone: timezone };
  return new Intl.DateTimeFormat(pageLanguage(), options).format(new Date(seconds * 1000));
}
