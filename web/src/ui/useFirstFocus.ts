import { type RefObject, useEffect, useRef } from "react";

/** A field that takes the focus when what it belongs to opens at somebody's request. */
export function useFirstFocus<T extends HTMLElement>(): RefObject<T | null> {
  const first = useRef<T>(null);
  useEffect(() => first.current?.focus(), []);
  return first;
}
