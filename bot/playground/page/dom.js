// Building pieces of the page. Text always becomes text nodes, so nothing anybody writes can become markup.

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// Make `elements` the children of `parent`, in order, moving only what is not in its place.
export function place(parent, elements) {
  const wanted = new Set(elements);
  for (const child of [...parent.children]) {
    if (!wanted.has(child)) child.remove();
  }
  elements.forEach((element, index) => {
    if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index] ?? null);
  });
}

const PATHS = {
  attach: "M8 12.5 14.5 6a3.2 3.2 0 0 1 4.5 4.500l-8.5 8.500a5.3 5.3 0 0 1-7.5-7.500l8-8",
  send: "M3.5 11.5 20.5 4l-4.5 16.5-4.5-6zM11.5 14.500l9-10.5",
  keyboard: "M3 7.500A1.5 1.5 0 0 1 4.5 6h15A1.5 1.5 0 0 1 21 7.500v9a1.5 1.5 0 0 1-1.5 1.500h-15A1.5 1.5 0 0 1 3 16.500zM7 10h.01M12 10h.01M17 10h.01M8 14.500h8",
  close: "M6 6l12 12M18 6 6 18",
  reply: "M10 6 4.5 11.5 10 17M5 11.500h8.500a6 6 0 0 1 6 6",
  edit: "M4.5 19.500l.8-4L16 4.800a1.8 1.8 0 0 1 2.6 0l.6.6a1.8 1.8 0 0 1 0 2.600L8.5 18.700z",
  file: "M13.5 3.500h-7v17h11v-13zM13.5 3.500v4h4",
  person: "M12 12a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.600zM4.5 20c.6-3.8 3.6-6 7.5-6s6.9 2.2 7.5 6",
  picture: "M4 5.500h16v13H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.500h.01",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.700l1-1",
  block: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.5 6.500l11 11",
  copy: "M8.5 8.500h11v11h-11zM15.5 8.500v-4h-11v11h4",
  command: "M5 19 14 5M15.5 16.500h4",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
