import { Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";

let navigated = false;

interface Props {
  title: string;
  /** What the tab says, when it differs from the heading. */
  tab?: string;
  lead?: ReactNode;
}

/** The heading of a page: names the tab, and receives focus when one page replaces another. */
export function PageTitle({ title, tab, lead }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (navigated) heading.current?.focus({ preventScroll: true });
    navigated = true;
  }, []);

  return (
    <>
      <title>{`${tab ?? title} · Carnet`}</title>
      <Title order={1} ref={heading} tabIndex={-1}>
        {title}
      </Title>
      {lead ? (
        <Text c="dimmed" mt={6} maw="68ch" style={{ textWrap: "pretty" }}>
          {lead}
        </Text>
      ) : null}
    </>
  );
}
