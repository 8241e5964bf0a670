import { Anchor } from "@mantine/core";
import { createLink } from "@tanstack/react-router";

/** A link inside a sentence or a list of links. */
export const TextLink = createLink(Anchor<"a">);
