// TimelineJS as its own page makes one. It has no filter.
import { events } from "./events.js";

const day = (text) => {
  const [year, month, date] = text.split("-").map(Number);
  return { year, month, day: date };
};

new window.TL.Timeline("timeline", {
  events: events.map(({ id, start, end, headline, kind }) => ({
    unique_id: id,
    start_date: day(start),
    ...(end === start ? {} : { end_date: day(end) }),
    text: { headline, text: "" },
    group: kind,
  })),
});
