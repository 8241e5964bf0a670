// A form in the place of the button that opens it.
import { useRef, useState } from "react";

export function useInlineForm() {
  const [opened, setOpened] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return {
    opened,
    opener,
    open: () => setOpened(true),
    close: () => {
      setOpened(false);
      // The button is back once the form is gone.
      setTimeout(() => opener.current?.focus());
    },
  };
}
