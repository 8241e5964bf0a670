import { Button, Stack, Text, Title } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { MyPreview } from "@/features/profiles";
import {
  BlockedCompanies,
  CompanyNumberForm,
  ConsentHistory,
  VisibilitySwitch,
} from "@/features/sharing";
import { useTranslation } from "@/i18n/visibility";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";
import { DataNav } from "./DataNav";

const route = getRouteApi("/guarded/visibilite");

/** Who may see one's profile, and exactly what they see. */
export function VisibilityPage() {
  const { t } = useTranslation();
  const { siren } = route.useSearch();
  const navigate = route.useNavigate();
  const look = (company?: string) =>
    navigate({ search: company ? { siren: company } : {}, resetScroll: false });
  return (
    <Stack gap="xl" maw={860} mx="auto">
      <div>
        <PageTitle title={t("visibility.title")} lead={t("visibility.lead")} />
      </div>
      <DataNav />
      <VisibilitySwitch />
      <MyPreview
        siren={siren ?? null}
        chooser={
          <Panel labelledBy="comme">
            <Stack gap="sm" align="stretch">
              <div>
                <Title order={3} id="comme">
                  {t("preview.asCompany")}
                </Title>
                <Text c="dimmed" mt={4}>
                  {t("preview.asCompanyLead")}
                </Text>
              </div>
              <CompanyNumberForm
                key={siren ?? ""}
                label={t("companyNumber.look")}
                submit={t("preview.show")}
                initial={siren ?? ""}
                keeps
                onCompany={look}
              />
              {siren ? (
                <div>
                  <Button variant="subtle" px="xs" onClick={() => void look()}>
                    {t("preview.anybody")}
                  </Button>
                </div>
              ) : null}
            </Stack>
          </Panel>
        }
      />
      <BlockedCompanies />
      <ConsentHistory />
    </Stack>
  );
}
