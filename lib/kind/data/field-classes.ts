import type { Text } from "../../language.ts";
import { four } from "../../place/four.ts";

/** What the fields of a data set are about. Names stand here because pasted rows use them in any language. */
export const fieldClasses = {
  identity: four("Identity", "身分", "身份", "Identidade"),
  contact: four("Contact", "聯絡方式", "联系方式", "Contactos"),
  survey: four("Survey answers", "問卷答案", "问卷答案", "Respostas a inquéritos"),
  health: four("Health", "健康醫療", "健康医疗", "Saúde"),
  genetic: four("Genetic", "基因", "基因", "Genética"),
  image: four("Images of persons", "人物影像", "人物影像", "Imagens de pessoas"),
  location: four("Whereabouts", "位置行蹤", "位置行踪", "Localização"),
  account: four("Accounts and payments", "帳戶及支付", "账户与支付", "Contas e pagamentos"),
  measurement: four("Measurements", "測量數據", "测量数据", "Medições"),
  map: four("Maps and positions", "地圖及坐標", "地图与坐标", "Mapas e posições"),
  code: four("Software and models", "軟件及模型", "软件与模型", "Software e modelos"),
  other: four("Something else", "其他", "其他", "Outros"),
} as const satisfies Record<string, Text>;
