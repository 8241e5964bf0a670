import { type ReactNode, useEffect, useRef } from "react";
import classes from "./SectionLinks.module.css";

interface Props {
  /** What assistive technology calls it. */
  label: string;
  /** Links of the class `link` of SectionLinks. */
  children: ReactNode;
}

/** The ways to the other pages of one thing, on one line: where it is too narrow, the line is pushed sideways. */
export function SectionNav({ label, children }: Props) {
  const nav = useRef<HTMLElement>(null);
  const shown = useRef<Element | null>(null);
  // The page one is on stands in the middle, once: whoever pushes the line is not held back.
  useEffect(() => {
    const line = nav.current;
    const current = line?.querySelector<HTMLElement>('[aria-current="page"]') ?? null;
    if (!line || !current || current === shown.current) return;
    shown.current = current;
    line.scrollLeft = current.offsetLeft - (line.clientWidth - current.offsetWidth) / 2;
  });
  return (
    <nav ref={nav} aria-label={label} className={classes.nav}>
      {children}
    </nav>
  );
}
