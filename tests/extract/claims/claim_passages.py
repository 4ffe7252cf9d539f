"""Passages on many ages and places, to read claims in."""

BYZANTIUM = """# A revolt in the capital

In April 1042 Emperor Michael V exiled Empress Zoe to the island of Principo.[1] The people of Constantinople rose \
against him, broke open the prisons and besieged the palace.[2][3] Zoe was recalled from exile, and on 21 April 1042 \
she was proclaimed empress together with her sister Theodora.[4] Michael V fled to the monastery of Stoudios, where he \
was arrested and blinded.[4] According to Psellos, three thousand people died in the fighting.
"""

TAIPING = """The Taiping army captured Nanking on 19 March 1853 and made it its capital. Hong Xiuquan had proclaimed \
himself Heavenly King in 1851, after his followers rebelled at Jintian.[7] An expedition sent in May 1853 to seize \
Peking failed to reach the city. In September 1856, Wei Changhui murdered Yang Xiuqing and was himself executed two \
months later.[8] Zeng Guofan besieged Nanking from 1862. The fall of Nanking in July 1864 led to the collapse of the \
rebellion.
"""

COUNCIL = """The county council of Ardenshire was established in 1889. On 12 May 1921 the council resolved to build a \
bridge at Marlow Ford, but the Treasury refused to pay for it.[12] Alderman Edith Crane, who had chaired the housing \
committee since 1919, resigned on 3 June 1921 and was succeeded by Thomas Lyle. No election was held in 1922. The \
council was dissolved on 31 March 1974, and its powers were transferred to Thameside District. The library may have \
opened before the Great War.
"""

STRIKE = """Dockers at Port Ellery struck on 4 August 1911 after the company cut wages. The union planned to occupy \
the harbour, but troops prevented the strikers from entering it. The following day, police arrested Nora Whelan and \
released her without charging her. The mayor denied that soldiers had fired on the crowd. A settlement was signed on \
21 August 1911, and the dockers returned to work.
"""

SIEGE = """Duke Raymond laid siege to Montclar in the spring of 1241. The garrison under Hugh of Arsac repulsed \
two assaults and burned the siege tower. Having run out of water, the defenders surrendered on 9 June 1241. Raymond \
entered the town the next day, hanged the captain and freed the hostages. His men seized the citadel and, the \
following day, the mill. His plan to attack Brissac was abandoned after the bishop of \
Sarlat protested.
"""

PLAGUE = """The plague reached Cremona in October 1630. The magistrates closed the gates and ordered the physicians \
to inspect every house. Doctor Bruno Salti reported forty deaths before he himself fell ill. It was rumoured that \
the bishop had fled. The council did not evacuate the hospital but moved the sick to the island. When the epidemic \
ended in 1632, a third of the people had died.
"""

PASSAGES = {
    "Byzantium": BYZANTIUM,
    "Taiping": TAIPING,
    "council": COUNCIL,
    "strike": STRIKE,
    "siege": SIEGE,
    "plague": PLAGUE,
}
