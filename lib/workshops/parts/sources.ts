/**
 * What activities rest on, as it is printed: only what was looked up, and of it only what was seen. What each
 * supports, and where that ends, stands in docs/sources.md.
 */

export const barlow2020 =
  "Barlow, Wrosch & McGrath (2020). Goal adjustment capacities and quality of life: a meta-analytic review. Journal of Personality 88(2), 307–323";

export const bandura1997 = "Bandura (1997). Self-efficacy: the exercise of control. Freeman";

export const boothbyBohns2021 =
  "Boothby & Bohns (2021). Why a simple act of kindness is not as simple as it seems. Personality and Social Psychology Bulletin 47(5), 826–840";

export const breinesChen2012 =
  "Breines & Chen (2012). Self-compassion increases self-improvement motivation. Personality and Social Psychology Bulletin 38(9). doi:10.1177/0146167212445599";

export const bruehlmanSenecalAyduk2015 =
  "Bruehlman-Senecal & Ayduk (2015). This too shall pass. Journal of Personality and Social Psychology 108(2). doi:10.1037/a0038324";

export const cohenSherman2014 =
  "Cohen & Sherman (2014). The psychology of change: self-affirmation and social psychological intervention. Annual Review of Psychology 65, 333–371";

export const eyal2018 =
  "Eyal, Steffel & Epley (2018). Perspective mistaking. Journal of Personality and Social Psychology 114(4), 547–571";

export const gollwitzerSheeran2006 =
  "Gollwitzer & Sheeran (2006). Implementation intentions and goal achievement. Advances in Experimental Social Psychology 38";

export const granovetter1973 =
  "Granovetter (1973). The strength of weak ties. American Journal of Sociology 78(6), 1360–1380";

export const harkin2016 =
  "Harkin et al. (2016). Does monitoring goal progress promote goal attainment? Psychological Bulletin 142(2), 198–229";

export const klugerDeNisi1996 =
  "Kluger & DeNisi (1996). The effects of feedback interventions on performance. Psychological Bulletin 119(2), 254–284";

export const krossAyduk2017 =
  "Kross & Ayduk (2017). Self-distancing: theory, research, and current directions. Advances in Experimental Social Psychology 55. doi:10.1016/bs.aesp.2016.10.002";

export const krossGrossmann2012 =
  "Kross & Grossmann (2012). Boosting wisdom: distance from the self enhances wise reasoning, attitudes, and behavior. Journal of Experimental Psychology: General 141(1), 43–48";

export const liebermanSchroeder2020 =
  "Lieberman & Schroeder (2020). Two social lives. Current Opinion in Psychology";

export const liu2023 =
  "Liu, Rim, Min & Min (2023). The surprise of reaching out. Journal of Personality and Social Psychology 124(4), 754–771";

export const perry2010 =
  "Perry, Stupnisky, Hall, Chipperfield & Weiner (2010). Bad starts and better finishes. Journal of Social and Clinical Psychology 29(6). doi:10.1521/jscp.2010.29.6.668";

export const rajkumar2022 =
  "Rajkumar, Saint-Jacques, Bojinov, Brynjolfsson & Aral (2022). A causal test of the strength of weak ties. Science";

export const roghanizadBohns2017 =
  "Roghanizad & Bohns (2017). Ask in person: you’re less persuasive than you think over email. Journal of Experimental Social Psychology, 223–226";

export const sheeran2024 =
  "Sheeran, Listrom & Gollwitzer (2024). The when and how of planning. European Review of Social Psychology. doi:10.1080/10463283.2024.2334563";

export const tannenbaumCerasoli2013 =
  "Tannenbaum & Cerasoli (2013). Do team and individual debriefs enhance performance? Human Factors 55(1), 231–245";

export const tietze2010 =
  "Tietze (2010). Wirkprozesse und personenbezogene Wirkungen von kollegialer Beratung. VS Verlag";

export const wanberg2020 =
  "Wanberg, van Hooft, Liu & Csillag (2020). Can job seekers achieve more through networking? Personnel Psychology 73(4), 559–585";

export const weiner1985 =
  "Weiner (1985). An attributional theory of achievement motivation and emotion. Psychological Review 92(4), 548–573";

export const wood2009 =
  "Wood, Perunovic & Lee (2009). Positive self-statements: power for some, peril for others. Psychological Science 20. doi:10.1111/j.1467-9280.2009.02370.x";
