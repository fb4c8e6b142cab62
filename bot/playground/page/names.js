// People by their full name, in the order of their script.

export function fullName({ first_name: first, last_name: last }) {
  if (!last) return first;
  return /[가-힣]/.test(first) ? last + first : `${first} ${last}`;
}
