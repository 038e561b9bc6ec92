// The events that every peer is given: [{id, start, end, headline, kind}], days as ISO 8601.
const number = new URLSearchParams(window.location.search).get("events");

export const events = await (await fetch(`/data/${number}.json`)).json();
export const kinds = [...new Set(events.map((event) => event.kind))].sort();
