import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Panel } from "@/ui/Panel";
import { Fault } from "./Fault";

interface Props {
  id: string;
  title: string;
  lead?: string;
  /** What is wrong with the section as a whole. */
  fault?: string | undefined;
  children: ReactNode;
}

/** A part of the editor; its heading takes focus when one jumps to it. */
export function Section({ id, title, lead, fault, children }: Props) {
  return (
    <Panel labelledBy={id}>
      <Stack>
        <div>
          <Title order={2} id={id} tabIndex={-1}>
            {title}
          </Title>
          {lead ? (
            <Text size="sm" c="dimmed" mt={4} maw="68ch">
              {lead}
            </Text>
          ) : null}
        </div>
        <Fault text={fault} />
        {children}
      </Stack>
    </Panel>
  );
}
