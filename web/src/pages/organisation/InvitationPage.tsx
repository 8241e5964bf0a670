import { Button, Group, Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { acceptInvitation, myOrganisationsQuery } from "@/features/orgs";
import { useTranslation } from "@/i18n/orgs";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";

const route = getRouteApi("/guarded/invitation");

/** Where an invitation leads: joining an organisation is a press, never an accident. */
export function InvitationPage() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { token = "" } = route.useSearch();
  const [state, setState] = useState<"asked" | "pending" | "done">("asked");
  const [error, setError] = useState<unknown>(null);

  const accept = async () => {
    setState("pending");
    setError(null);
    try {
      await acceptInvitation(token);
      await cache.invalidateQueries({ queryKey: myOrganisationsQuery.queryKey });
      setState("done");
    } catch (refusal) {
      setError(refusal);
      setState("asked");
    }
  };

  return (
    <Stack gap="lg" maw={560} mx="auto">
      <div>
        <PageTitle title={t("invitation.title")} lead={t("invitation.lead")} />
      </div>
      {error ? <ProblemNotice error={error} /> : null}
      {state === "done" ? (
        <Notice
          tone="success"
          announce
          title={t("invitation.done")}
          actions={
            <Button component={Link} to={paths.start}>
              {t("invitation.enter")}
            </Button>
          }
        />
      ) : token === "" ? (
        <Notice tone="error" title={t("invitation.noToken")} />
      ) : (
        <Group>
          <Button size="md" loading={state === "pending"} onClick={accept}>
            {t("invitation.accept")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
