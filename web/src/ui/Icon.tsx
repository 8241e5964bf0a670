// Line icons drawn for Carnet, on a 24 px grid. They are always decoration: the text says it too.
const SHAPES = {
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20 20",
  close: "M6 6l12 12M18 6 6 18",
  check: "M5 12.5l4.5 4.5L19 7.5",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  arrowDown: "M12 5v14M6 13l6 6 6-6",
  arrowUp: "M12 19V5M6 11l6-6 6 6",
  chevronDown: "M6 9.5l6 6 6-6",
  chevronRight: "M9.5 6l6 6-6 6",
  chevronLeft: "M14.5 6l-6 6 6 6",
  seal: "M12 3l2.3 1.7 2.8-.1.8 2.7 2.3 1.7-1 2.6 1 2.6-2.3 1.7-.8 2.7-2.8-.1L12 21l-2.3-1.7-2.8.1-.8-2.7-2.3-1.7 1-2.6-1-2.6L6.1 8.1l.8-2.7 2.8.1L12 3ZM8.7 12l2.3 2.3 4.3-4.5",
  pencil: "M4 20l1-4L16 5l3 3L8 19l-4 1ZM14 7l3 3",
  user: "M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6",
  users:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.9c2 .7 3.2 2.3 3.6 4.6",
  calendar: "M4 6h16v14H4V6ZM4 10.5h16M8.5 3.5V8M15.5 3.5V8",
  cap: "M12 5 2.5 9.5 12 14l9.5-4.5L12 5ZM6.5 11.8v4.5c1.6 1.5 3.4 2.2 5.5 2.2s3.9-.7 5.5-2.2v-4.5M21.5 9.5v5",
  building: "M5 20.5V4.5h9v16M14 9.5h5v11M3 20.5h18M8 8.5h3M8 12h3M8 15.5h3",
  sliders: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8v4.4M9 14.8v4.4",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1",
  help: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.7.4-1.1.9-1.1 1.7M12 16.7v.1",
  alert: "M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.2v.1",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.7v.1",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.2l3.3 2",
  refresh: "M19.5 8A8 8 0 1 0 20 13M20 4v4.5h-4.5",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  eyeOff:
    "M4 4l16 16M9.5 5.9A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-3 3.7M6 7.5A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4-1M10 10a3 3 0 0 0 4.2 4.2",
  more: "M4.3 12a.7.7 0 1 0 1.4 0 .7.7 0 0 0-1.4 0ZM11.3 12a.7.7 0 1 0 1.4 0 .7.7 0 0 0-1.4 0ZM18.3 12a.7.7 0 1 0 1.4 0 .7.7 0 0 0-1.4 0Z",
  clip: "M19 11.5l-7.3 7.3a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-7.9 7.9a1.6 1.6 0 0 1-2.2-2.2l7-7",
  reply: "M9.5 6 4 11.5 9.5 17M4.5 11.5H14a6 6 0 0 1 6 6v1",
  briefcase: "M3.5 8h17v11.5h-17V8ZM8.5 8V4.5h7V8M3.5 13h17",
  menu: "M4 7h16M4 12h16M4 17h16",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1",
  logout: "M10 4.5H5.5v15H10M14.5 8l4 4-4 4M18.5 12H9.5",
  mail: "M3.5 6h17v12.5h-17V6ZM4 6.5l8 6.5 8-6.5",
  send: "M20.5 3.5 3 10.5l6.5 3 3 6.5 8-16.5ZM9.5 13.5l11-10",
  target:
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 12v.1",
  ban: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM5.7 5.7l12.6 12.6",
  tree: "M4 5h8M6 5v14h5M6 12h5M14 12h6M14 19h6",
  database:
    "M12 9.5c4.4 0 7.5-1.2 7.5-3s-3.1-3-7.5-3-7.5 1.2-7.5 3 3.1 3 7.5 3ZM4.5 6.5v11c0 1.8 3.1 3 7.5 3s7.5-1.2 7.5-3v-11M4.5 12c0 1.8 3.1 3 7.5 3s7.5-1.2 7.5-3",
  bell: "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15L6 16.5ZM10 20.5h4",
  book: "M5.5 4.5h11a2 2 0 0 1 2 2v13h-11a2 2 0 0 1-2-2v-13ZM9 4.5v15",
  shield: "M12 3.5l7.5 2.8v5c0 4.5-3 7.7-7.5 9.2-4.5-1.5-7.5-4.7-7.5-9.2v-5L12 3.5Z",
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flexShrink: 0 }}
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
