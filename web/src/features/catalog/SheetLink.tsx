import { Anchor } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { sheets } from "@/lib/paths";

const SheetAnchor = createLink(Anchor<"a">);

interface Props {
  code: string;
  children: ReactNode;
}

/** Leads to the sheet of a job. */
export function JobLink({ code, children }: Props) {
  return (
    <SheetAnchor to={sheets.job} params={{ code }} underline="hover">
      {children}
    </SheetAnchor>
  );
}

/** Leads to the sheet of a skill. */
export function SkillLink({ code, children }: Props) {
  return (
    <SheetAnchor to={sheets.skill} params={{ code }} underline="hover">
      {children}
    </SheetAnchor>
  );
}
