import { Button, NativeSelect, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { NoticesEntry } from "@/features/notices";
import { IdentityPanel, InviteForm, Members } from "@/features/orgs";
import { useTranslation } from "@/i18n/orgs";
import { paths } from "@/lib/paths";
import { staff } from "@/shell/navigation";
import { useStanding } from "@/shell/standing";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";

/** One's organisation: who it is, its members, and the way to invite more. */
export function OrganisationPage() {
  const { t } = useTranslation();
  const standing = useStanding();
  const mine = standing?.organisations.filter(staff) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const organisation = mine.find(({ id }) => id === chosen) ?? mine[0];
  if (!standing) return null;
  return (
    <Stack gap="lg" maw={820} mx="auto">
      <div>
        <PageTitle title={organisation?.name ?? t("organisation.title")} />
      </div>
      {mine.length > 1 ? (
        <NativeSelect
          label={t("organisation.choose")}
          value={organisation?.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={mine.map(({ id, name }) => ({ value: id, label: name }))}
          maw={360}
        />
      ) : null}
      {organisation ? (
        <>
          <NoticesEntry
            organisation={organisation.id}
            link={
              <Button
                variant="default"
                renderRoot={(button) => (
                  <Link {...button} to={paths.notices} params={{ organisation: organisation.id }} />
                )}
              >
                {t("organisation.toNotices")}
              </Button>
            }
          />
          <IdentityPanel organisation={organisation} />
          <InviteForm organisation={organisation.id} role={organisation.role} />
          <Members organisation={organisation.id} role={organisation.role} self={standing.me.id} />
        </>
      ) : (
        <Notice title={t("organisation.none")}>{t("organisation.noneHelp")}</Notice>
      )}
    </Stack>
  );
}
