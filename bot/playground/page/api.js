// Talking to the control panel.

async function answer(request) {
  const response = await request;
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? response.statusText);
  return body;
}

export function ask(path) {
  return answer(fetch(`playground/${path}`));
}

export function tell(path, given = {}, method = "POST") {
  const headers = { "content-type": "application/json" };
  return answer(fetch(`playground/${path}`, { method, headers, body: JSON.stringify(given) }));
}

export function hand(path, files, caption) {
  const form = new FormData();
  for (const file of files) form.append("file", file, file.name);
  form.append("caption", caption);
  return answer(fetch(`playground/${path}`, { method: "POST", body: form }));
}

export function fileAddress(file) {
  return `playground/files/${encodeURIComponent(file.file_id)}`;
}
