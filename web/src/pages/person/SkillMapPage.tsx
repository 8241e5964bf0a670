import { Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { SkillMap } from "@/features/passport/own/SkillMap";
import { MAP_FILTERS, nameOf } from "@/features/passport/search";
import { useTranslation } from "@/i18n/skillMap";
import { PageTitle } from "@/ui/PageTitle";
import { PassportNav } from "./PassportNav";

const route = getRouteApi("/guarded/mes-competences/carte");

/** The map of one's skills: who says what of each. */
export function SkillMapPage() {
  const { t } = useTranslation();
  const { etat } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("skillMap.title")} lead={t("skillMap.lead")} />
      </div>
      <PassportNav />
      <SkillMap
        filter={(etat ? MAP_FILTERS[etat] : undefined) ?? "all"}
        onFilter={(filter) => {
          const name = filter === "all" ? undefined : nameOf(MAP_FILTERS, filter);
          const search = name ? { etat: name } : {};
          void navigate({ search, replace: true, resetScroll: false });
        }}
      />
    </Stack>
  );
}
