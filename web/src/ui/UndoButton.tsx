import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { ProblemNotice } from "./ProblemNotice";

interface Props {
  label: string;
  /** The same with what it is about. */
  spoken: string;
  action: () => Promise<unknown>;
}

/** Takes something back at once, without a question: it harms nobody, and can be given again. */
export function UndoButton({ label, spoken, action }: Props) {
  const run = useMutation({ mutationFn: action });
  return (
    <>
      <Button
        size="sm"
        variant="default"
        loading={run.isPending}
        aria-label={spoken}
        onClick={() => run.mutate()}
      >
        {label}
      </Button>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </>
  );
}
