// The look of Carnet: ink on paper, one green for what is validated, no other colour that means something.
import { createTheme, type MantineColorsTuple } from "@mantine/core";

const ink: MantineColorsTuple = [
  "#eef5f6",
  "#dce9eb",
  "#b6d2d7",
  "#8dbac2",
  "#69a5b0",
  "#4f97a4",
  "#3a8090",
  "#2a6b7a",
  "#1a5462",
  "#123f4b",
];

const leaf: MantineColorsTuple = [
  "#edf7f0",
  "#dcecdf",
  "#b5d8bd",
  "#8ac299",
  "#66b07b",
  "#4ea468",
  "#3b8a55",
  "#2c7244",
  "#1f5c35",
  "#154527",
];

const amber: MantineColorsTuple = [
  "#fdf6e7",
  "#f8ead0",
  "#efd3a0",
  "#e6ba6c",
  "#dea642",
  "#d99a28",
  "#b57c14",
  "#92630d",
  "#744e08",
  "#573a05",
];

const brick: MantineColorsTuple = [
  "#fcefec",
  "#f6ddd8",
  "#ebb8af",
  "#e09183",
  "#d66f5e",
  "#d05a46",
  "#bb4733",
  "#a03826",
  "#872d1d",
  "#6b2216",
];

const slate: MantineColorsTuple = [
  "#f7f7f5",
  "#efefec",
  "#e2e3df",
  "#cfd2cf",
  "#b0b6b6",
  "#8c9496",
  "#6b7679",
  "#545f63",
  "#3d474b",
  "#232b2f",
];

const SANS =
  'Inter, "Segoe UI", -apple-system, BlinkMacSystemFont, Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
export const theme = createTheme({
  primaryColor: "ink",
  primaryShade: { light: 8 },
  autoContrast: true,
  colors: { ink, leaf, amber, brick, slate, gray: slate, red: brick, green: leaf, yellow: amber },
  black: "#1c262a",
  fontFamily: SANS,
  headings: {
    fontFamily: SANS,
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "1.25" },
      h2: { fontSize: "1.25rem", lineHeight: "1.35" },
      h3: { fontSize: "1.0625rem", lineHeight: "1.4" },
    },
  },
  fontSizes: { xs: "0.8125rem", sm: "0.9063rem", md: "1rem", lg: "1.125rem", xl: "1.25rem" },
  defaultRadius: "md",
  radius: { sm: "4px", md: "8px", lg: "12px" },
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
  // Written as plain objects: naming the components here would load them all with the first page.
  components: {
    Anchor: { defaultProps: { underline: "always" } },
    Button: { defaultProps: { fw: 600 } },
    // The library draws the title bar of a dialog as a <header>, which would be a second banner.
    Drawer: { defaultProps: { attributes: { header: { role: "presentation" } } } },
    FileInput: { defaultProps: { size: "md", withAsterisk: false } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: "lg",
        padding: "lg",
        attributes: { header: { role: "presentation" } },
      },
    },
    NativeSelect: { defaultProps: { size: "md", withAsterisk: false } },
    Textarea: { defaultProps: { size: "md", withAsterisk: false } },
    TextInput: { defaultProps: { size: "md", withAsterisk: false } },
    PasswordInput: { defaultProps: { size: "md", withAsterisk: false } },
  },
});
