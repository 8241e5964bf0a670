import classes from "./Wordmark.module.css";

/** The name of the product beside a notebook whose lines rise like levels. */
export function Wordmark() {
  return (
    <span className={classes.mark}>
      <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect x="5" y="3" width="22" height="26" rx="4" fill="currentColor" />
        <path d="M10 3v26" stroke="#fff" strokeOpacity=".35" strokeWidth="1.5" />
        <path
          d="M14 21v-3M17.5 21v-6M21 21v-9"
          stroke="#f3c77a"
          strokeWidth="2.2"
          strokeLinecap="round"
        />
      </svg>
      Carnet
    </span>
  );
}
