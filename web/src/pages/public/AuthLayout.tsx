import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";
import classes from "./AuthLayout.module.css";

interface Props {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** Links under the sheet: another way in. */
  after?: ReactNode;
}

/** A narrow sheet in the middle of the page, for everything about opening a session. */
export function AuthLayout({ title, lead, children, after }: Props) {
  return (
    <div className={classes.layout}>
      <Stack gap="lg">
        <div>
          <PageTitle title={title} lead={lead} />
        </div>
        <Panel>{children}</Panel>
        {after ? <div className={classes.after}>{after}</div> : null}
      </Stack>
    </div>
  );
}
