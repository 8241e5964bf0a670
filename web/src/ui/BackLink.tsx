import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";
import { Icon } from "./Icon";

const STYLE = { display: "inline-flex", alignItems: "center", gap: "0.3rem", color: "#123f4b" };

/** The way back to the page above, over the title of a page. */
export const BackLink = createLink(({ children, ...rest }: ComponentPropsWithRef<"a">) => (
  <a {...rest} style={STYLE}>
    <Icon name="chevronLeft" size={16} />
    {children}
  </a>
));
