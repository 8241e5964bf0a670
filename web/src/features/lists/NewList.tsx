import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import type { CandidateList } from "@/api/types";
import { useTranslation } from "@/i18n/lists";
import { Dialog } from "@/ui/Dialog";
import { useSubmission } from "@/ui/form";
import { Icon } from "@/ui/Icon";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ListFields, listBody, NO_LIST } from "./ListFields";
import { useListChanges } from "./queries";

/** Makes a list; nobody else sees it until it is shared. */
export function NewList({ onMade }: { onMade: (list: CandidateList) => void }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button leftSection={<Icon name="plus" size={16} />} onClick={dialog.open}>
        {t("candidateLists.new")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("candidateLists.newTitle")}>
        <NewListForm onClose={dialog.close} onMade={onMade} />
      </Dialog>
    </>
  );
}

function NewListForm(props: { onClose: () => void; onMade: (list: CandidateList) => void }) {
  const { t } = useTranslation();
  const { create } = useListChanges();
  const form = useForm({
    initialValues: NO_LIST,
    validate: { name: (name) => (name.trim() === "" ? t("form.required") : null) },
  });
  const submission = useSubmission(form, async (values) =>
    props.onMade(await create(listBody(values))),
  );
  return (
    <form onSubmit={submission.onSubmit} noValidate>
      <Stack>
        {submission.problem ? (
          <ProblemNotice error={submission.problem} messages={submission.messages} />
        ) : null}
        <ListFields form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" loading={submission.pending}>
            {t("candidateLists.create")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
