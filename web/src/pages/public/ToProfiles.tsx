import type { SearchParams } from "@/features/profiles/url";
import { paths } from "@/lib/paths";
import { useStanding } from "@/shell/standing";
import { ButtonLink } from "@/ui/ButtonLink";
import { Icon } from "@/ui/Icon";

interface Props {
  search: SearchParams;
  label: string;
}

/** From a sheet to the profiles it makes one think of, for those who may search. */
export function ToProfiles({ search, label }: Props) {
  if (useStanding()?.company?.status !== "granted") return null;
  return (
    <div>
      <ButtonLink
        to={paths.search}
        search={search}
        variant="default"
        leftSection={<Icon name="search" />}
      >
        {label}
      </ButtonLink>
    </div>
  );
}
