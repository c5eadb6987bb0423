namespace SalesDomain;

public sealed partial class Currency
{
    /// <summary>UAE dirham (AED, 784), 2 minor digits.</summary>
    public static Currency AED { get; } = new("AED", 784, 2, "UAE dirham");

    /// <summary>Afghani (AFN, 971), 2 minor digits.</summary>
    public static Currency AFN { get; } = new("AFN", 971, 2, "Afghani");

    /// <summary>Lek (ALL, 008), 2 minor digits.</summary>
    public static Currency ALL { get; } = new("ALL", 8, 2, "Lek");

    /// <summary>Armenian dram (AMD, 051), 2 minor digits.</summary>
    public static Currency AMD { get; } = new("AMD", 51, 2, "Armenian dram");

    /// <summary>Kwanza (AOA, 973), 2 minor digits.</summary>
    public static Currency AOA { get; } = new("AOA", 973, 2, "Kwanza");

    /// <summary>Argentine peso (ARS, 032), 2 minor digits.</summary>
    public static Currency ARS { get; } = new("ARS", 32, 2, "Argentine peso");

    /// <summary>Australian dollar (AUD, 036), 2 minor digits.</summary>
    public static Currency AUD { get; } = new("AUD", 36, 2, "Australian dollar");

    /// <summary>Aruban florin (AWG, 533), 2 minor digits.</summary>
    public static Currency AWG { get; } = new("AWG", 533, 2, "Aruban florin");

    /// <summary>Azerbaijan manat (AZN, 944), 2 minor digits.</summary>
    public static Currency AZN { get; } = new("AZN", 944, 2, "Azerbaijan manat");

    /// <summary>Convertible mark (BAM, 977), 2 minor digits.</summary>
    public static Currency BAM { get; } = new("BAM", 977, 2, "Convertible mark");

    /// <summary>Barbados dollar (BBD, 052), 2 minor digits.</summary>
    public static Currency BBD { get; } = new("BBD", 52, 2, "Barbados dollar");

    /// <summary>Taka (BDT, 050), 2 minor digits.</summary>
    public static Currency BDT { get; } = new("BDT", 50, 2, "Taka");

    /// <summary>Bahraini dinar (BHD, 048), 3 minor digits.</summary>
    public static Currency BHD { get; } = new("BHD", 48, 3, "Bahraini dinar");

    /// <summary>Burundi franc (BIF, 108), 0 minor digits.</summary>
    public static Currency BIF { get; } = new("BIF", 108, 0, "Burundi franc");

    /// <summary>Bermudian dollar (BMD, 060), 2 minor digits.</summary>
    public static Currency BMD { get; } = new("BMD", 60, 2, "Bermudian dollar");

    /// <summary>Brunei dollar (BND, 096), 2 minor digits.</summary>
    public static Currency BND { get; } = new("BND", 96, 2, "Brunei dollar");

    /// <summary>Boliviano (BOB, 068), 2 minor digits.</summary>
    public static Currency BOB { get; } = new("BOB", 68, 2, "Boliviano");

    /// <summary>Mvdol (BOV, 984), 2 minor digits.</summary>
    public static Currency BOV { get; } = new("BOV", 984, 2, "Mvdol");

    /// <summary>Brazilian real (BRL, 986), 2 minor digits.</summary>
    public static Currency BRL { get; } = new("BRL", 986, 2, "Brazilian real");

    /// <summary>Bahamian dollar (BSD, 044), 2 minor digits.</summary>
    public static Currency BSD { get; } = new("BSD", 44, 2, "Bahamian dollar");

    /// <summary>Ngultrum (BTN, 064), 2 minor digits.</summary>
    public static Currency BTN { get; } = new("BTN", 64, 2, "Ngultrum");

    /// <summary>Pula (BWP, 072), 2 minor digits.</summary>
    public static Currency BWP { get; } = new("BWP", 72, 2, "Pula");

    /// <summary>Belarusian ruble (BYN, 933), 2 minor digits.</summary>
    public static Currency BYN { get; } = new("BYN", 933, 2, "Belarusian ruble");

    /// <summary>Belize dollar (BZD, 084), 2 minor digits.</summary>
    public static Currency BZD { get; } = new("BZD", 84, 2, "Belize dollar");

    /// <summary>Canadian dollar (CAD, 124), 2 minor digits.</summary>
    public static Currency CAD { get; } = new("CAD", 124, 2, "Canadian dollar");

    /// <summary>Congolese franc (CDF, 976), 2 minor digits.</summary>
    public static Currency CDF { get; } = new("CDF", 976, 2, "Congolese franc");

    /// <summary>WIR euro (CHE, 947), 2 minor digits.</summary>
    public static Currency CHE { get; } = new("CHE", 947, 2, "WIR euro");

    /// <summary>Swiss franc (CHF, 756), 2 minor digits.</summary>
    public static Currency CHF { get; } = new("CHF", 756, 2, "Swiss franc");

    /// <summary>WIR franc (CHW, 948), 2 minor digits.</summary>
    public static Currency CHW { get; } = new("CHW", 948, 2, "WIR franc");

    /// <summary>Unidad de fomento (CLF, 990), 4 minor digits.</summary>
    public static Currency CLF { get; } = new("CLF", 990, 4, "Unidad de fomento");

    /// <summary>Chilean peso (CLP, 152), 0 minor digits.</summary>
    public static Currency CLP { get; } = new("CLP", 152, 0, "Chilean peso");

    /// <summary>Yuan renminbi (CNY, 156), 2 minor digits.</summary>
    public static Currency CNY { get; } = new("CNY", 156, 2, "Yuan renminbi");

    /// <summary>Colombian peso (COP, 170), 2 minor digits.</summary>
    public static Currency COP { get; } = new("COP", 170, 2, "Colombian peso");

    /// <summary>Unidad de valor real (COU, 970), 2 minor digits.</summary>
    public static Currency COU { get; } = new("COU", 970, 2, "Unidad de valor real");

    /// <summary>Costa Rican colon (CRC, 188), 2 minor digits.</summary>
    public static Currency CRC { get; } = new("CRC", 188, 2, "Costa Rican colon");

    /// <summary>Cuban peso (CUP, 192), 2 minor digits.</summary>
    public static Currency CUP { get; } = new("CUP", 192, 2, "Cuban peso");

    /// <summary>Cabo Verde escudo (CVE, 132), 2 minor digits.</summary>
    public static Currency CVE { get; } = new("CVE", 132, 2, "Cabo Verde escudo");

    /// <summary>Czech koruna (CZK, 203), 2 minor digits.</summary>
    public static Currency CZK { get; } = new("CZK", 203, 2, "Czech koruna");

    /// <summary>Djibouti franc (DJF, 262), 0 minor digits.</summary>
    public static Currency DJF { get; } = new("DJF", 262, 0, "Djibouti franc");

    /// <summary>Danish krone (DKK, 208), 2 minor digits.</summary>
    public static Currency DKK { get; } = new("DKK", 208, 2, "Danish krone");

    /// <summary>Dominican peso (DOP, 214), 2 minor digits.</summary>
    public static Currency DOP { get; } = new("DOP", 214, 2, "Dominican peso");

    /// <summary>Algerian dinar (DZD, 012), 2 minor digits.</summary>
    public static Currency DZD { get; } = new("DZD", 12, 2, "Algerian dinar");

    /// <summary>Egyptian pound (EGP, 818), 2 minor digits.</summary>
    public static Currency EGP { get; } = new("EGP", 818, 2, "Egyptian pound");

    /// <summary>Nakfa (ERN, 232), 2 minor digits.</summary>
    public static Currency ERN { get; } = new("ERN", 232, 2, "Nakfa");

    /// <summary>Ethiopian birr (ETB, 230), 2 minor digits.</summary>
    public static Currency ETB { get; } = new("ETB", 230, 2, "Ethiopian birr");

    /// <summary>Euro (EUR, 978), 2 minor digits.</summary>
    public static Currency EUR { get; } = new("EUR", 978, 2, "Euro");

    /// <summary>Fiji dollar (FJD, 242), 2 minor digits.</summary>
    public static Currency FJD { get; } = new("FJD", 242, 2, "Fiji dollar");

    /// <summary>Falkland Islands pound (FKP, 238), 2 minor digits.</summary>
    public static Currency FKP { get; } = new("FKP", 238, 2, "Falkland Islands pound");

    /// <summary>Pound sterling (GBP, 826), 2 minor digits.</summary>
    public static Currency GBP { get; } = new("GBP", 826, 2, "Pound sterling");

    /// <summary>Lari (GEL, 981), 2 minor digits.</summary>
    public static Currency GEL { get; } = new("GEL", 981, 2, "Lari");

    /// <summary>Ghana cedi (GHS, 936), 2 minor digits.</summary>
    public static Currency GHS { get; } = new("GHS", 936, 2, "Ghana cedi");

    /// <summary>Gibraltar pound (GIP, 292), 2 minor digits.</summary>
    public static Currency GIP { get; } = new("GIP", 292, 2, "Gibraltar pound");

    /// <summary>Dalasi (GMD, 270), 2 minor digits.</summary>
    public static Currency GMD { get; } = new("GMD", 270, 2, "Dalasi");

    /// <summary>Guinean franc (GNF, 324), 0 minor digits.</summary>
    public static Currency GNF { get; } = new("GNF", 324, 0, "Guinean franc");

    /// <summary>Quetzal (GTQ, 320), 2 minor digits.</summary>
    public static Currency GTQ { get; } = new("GTQ", 320, 2, "Quetzal");

    /// <summary>Guyana dollar (GYD, 328), 2 minor digits.</summary>
    public static Currency GYD { get; } = new("GYD", 328, 2, "Guyana dollar");

    /// <summary>Hong Kong dollar (HKD, 344), 2 minor digits.</summary>
    public static Currency HKD { get; } = new("HKD", 344, 2, "Hong Kong dollar");

    /// <summary>Lempira (HNL, 340), 2 minor digits.</summary>
    public static Currency HNL { get; } = new("HNL", 340, 2, "Lempira");

    /// <summary>Gourde (HTG, 332), 2 minor digits.</summary>
    public static Currency HTG { get; } = new("HTG", 332, 2, "Gourde");

    /// <summary>Forint (HUF, 348), 2 minor digits.</summary>
    public static Currency HUF { get; } = new("HUF", 348, 2, "Forint");

    /// <summary>Rupiah (IDR, 360), 2 minor digits.</summary>
    public static Currency IDR { get; } = new("IDR", 360, 2, "Rupiah");

    /// <summary>New Israeli shekel (ILS, 376), 2 minor digits.</summary>
    public static Currency ILS { get; } = new("ILS", 376, 2, "New Israeli shekel");

    /// <summary>Indian rupee (INR, 356), 2 minor digits.</summary>
    public static Currency INR { get; } = new("INR", 356, 2, "Indian rupee");

    /// <summary>Iraqi dinar (IQD, 368), 3 minor digits.</summary>
    public static Currency IQD { get; } = new("IQD", 368, 3, "Iraqi dinar");

    /// <summary>Iranian rial (IRR, 364), 2 minor digits.</summary>
    public static Currency IRR { get; } = new("IRR", 364, 2, "Iranian rial");

    /// <summary>Iceland krona (ISK, 352), 0 minor digits.</summary>
    public static Currency ISK { get; } = new("ISK", 352, 0, "Iceland krona");

    /// <summary>Jamaican dollar (JMD, 388), 2 minor digits.</summary>
    public static Currency JMD { get; } = new("JMD", 388, 2, "Jamaican dollar");

    /// <summary>Jordanian dinar (JOD, 400), 3 minor digits.</summary>
    public static Currency JOD { get; } = new("JOD", 400, 3, "Jordanian dinar");

    /// <summary>Yen (JPY, 392), 0 minor digits.</summary>
    public static Currency JPY { get; } = new("JPY", 392, 0, "Yen");

    /// <summary>Kenyan shilling (KES, 404), 2 minor digits.</summary>
    public static Currency KES { get; } = new("KES", 404, 2, "Kenyan shilling");

    /// <summary>Som (KGS, 417), 2 minor digits.</summary>
    public static Currency KGS { get; } = new("KGS", 417, 2, "Som");

    /// <summary>Riel (KHR, 116), 2 minor digits.</summary>
    public static Currency KHR { get; } = new("KHR", 116, 2, "Riel");

    /// <summary>Comorian franc (KMF, 174), 0 minor digits.</summary>
    public static Currency KMF { get; } = new("KMF", 174, 0, "Comorian franc");

    /// <summary>North Korean won (KPW, 408), 2 minor digits.</summary>
    public static Currency KPW { get; } = new("KPW", 408, 2, "North Korean won");

    /// <summary>South Korean won (KRW, 410), 0 minor digits.</summary>
    public static Currency KRW { get; } = new("KRW", 410, 0, "South Korean won");

    /// <summary>Kuwaiti dinar (KWD, 414), 3 minor digits.</summary>
    public static Currency KWD { get; } = new("KWD", 414, 3, "Kuwaiti dinar");

    /// <summary>Cayman Islands dollar (KYD, 136), 2 minor digits.</summary>
    public static Currency KYD { get; } = new("KYD", 136, 2, "Cayman Islands dollar");

    /// <summary>Tenge (KZT, 398), 2 minor digits.</summary>
    public static Currency KZT { get; } = new("KZT", 398, 2, "Tenge");

    /// <summary>Lao kip (LAK, 418), 2 minor digits.</summary>
    public static Currency LAK { get; } = new("LAK", 418, 2, "Lao kip");

    /// <summary>Lebanese pound (LBP, 422), 2 minor digits.</summary>
    public static Currency LBP { get; } = new("LBP", 422, 2, "Lebanese pound");

    /// <summary>Sri Lanka rupee (LKR, 144), 2 minor digits.</summary>
    public static Currency LKR { get; } = new("LKR", 144, 2, "Sri Lanka rupee");

    /// <summary>Liberian dollar (LRD, 430), 2 minor digits.</summary>
    public static Currency LRD { get; } = new("LRD", 430, 2, "Liberian dollar");

    /// <summary>Loti (LSL, 426), 2 minor digits.</summary>
    public static Currency LSL { get; } = new("LSL", 426, 2, "Loti");

    /// <summary>Libyan dinar (LYD, 434), 3 minor digits.</summary>
    public static Currency LYD { get; } = new("LYD", 434, 3, "Libyan dinar");

    /// <summary>Moroccan dirham (MAD, 504), 2 minor digits.</summary>
    public static Currency MAD { get; } = new("MAD", 504, 2, "Moroccan dirham");

    /// <summary>Moldovan leu (MDL, 498), 2 minor digits.</summary>
    public static Currency MDL { get; } = new("MDL", 498, 2, "Moldovan leu");

    /// <summary>Malagasy ariary (MGA, 969), 2 minor digits.</summary>
    public static Currency MGA { get; } = new("MGA", 969, 2, "Malagasy ariary");

    /// <summary>Denar (MKD, 807), 2 minor digits.</summary>
    public static Currency MKD { get; } = new("MKD", 807, 2, "Denar");

    /// <summary>Kyat (MMK, 104), 2 minor digits.</summary>
    public static Currency MMK { get; } = new("MMK", 104, 2, "Kyat");

    /// <summary>Tugrik (MNT, 496), 2 minor digits.</summary>
    public static Currency MNT { get; } = new("MNT", 496, 2, "Tugrik");

    /// <summary>Pataca (MOP, 446), 2 minor digits.</summary>
    public static Currency MOP { get; } = new("MOP", 446, 2, "Pataca");

    /// <summary>Ouguiya (MRU, 929), 2 minor digits.</summary>
    public static Currency MRU { get; } = new("MRU", 929, 2, "Ouguiya");

    /// <summary>Mauritius rupee (MUR, 480), 2 minor digits.</summary>
    public static Currency MUR { get; } = new("MUR", 480, 2, "Mauritius rupee");

    /// <summary>Rufiyaa (MVR, 462), 2 minor digits.</summary>
    public static Currency MVR { get; } = new("MVR", 462, 2, "Rufiyaa");

    /// <summary>Malawi kwacha (MWK, 454), 2 minor digits.</summary>
    public static Currency MWK { get; } = new("MWK", 454, 2, "Malawi kwacha");

    /// <summary>Mexican peso (MXN, 484), 2 minor digits.</summary>
    public static Currency MXN { get; } = new("MXN", 484, 2, "Mexican peso");

    /// <summary>Mexican investment unit (UDI) (MXV, 979), 2 minor digits.</summary>
    public static Currency MXV { get; } = new("MXV", 979, 2, "Mexican investment unit (UDI)");

    /// <summary>Malaysian ringgit (MYR, 458), 2 minor digits.</summary>
    public static Currency MYR { get; } = new("MYR", 458, 2, "Malaysian ringgit");

    /// <summary>Mozambique metical (MZN, 943), 2 minor digits.</summary>
    public static Currency MZN { get; } = new("MZN", 943, 2, "Mozambique metical");

    /// <summary>Namibia dollar (NAD, 516), 2 minor digits.</summary>
    public static Currency NAD { get; } = new("NAD", 516, 2, "Namibia dollar");

    /// <summary>Naira (NGN, 566), 2 minor digits.</summary>
    public static Currency NGN { get; } = new("NGN", 566, 2, "Naira");

    /// <summary>Cordoba oro (NIO, 558), 2 minor digits.</summary>
    public static Currency NIO { get; } = new("NIO", 558, 2, "Cordoba oro");

    /// <summary>Norwegian krone (NOK, 578), 2 minor digits.</summary>
    public static Currency NOK { get; } = new("NOK", 578, 2, "Norwegian krone");

    /// <summary>Nepalese rupee (NPR, 524), 2 minor digits.</summary>
    public static Currency NPR { get; } = new("NPR", 524, 2, "Nepalese rupee");

    /// <summary>New Zealand dollar (NZD, 554), 2 minor digits.</summary>
    public static Currency NZD { get; } = new("NZD", 554, 2, "New Zealand dollar");

    /// <summary>Omani rial (OMR, 512), 3 minor digits.</summary>
    public static Currency OMR { get; } = new("OMR", 512, 3, "Omani rial");

    /// <summary>Balboa (PAB, 590), 2 minor digits.</summary>
    public static Currency PAB { get; } = new("PAB", 590, 2, "Balboa");

    /// <summary>Sol (PEN, 604), 2 minor digits.</summary>
    public static Currency PEN { get; } = new("PEN", 604, 2, "Sol");

    /// <summary>Kina (PGK, 598), 2 minor digits.</summary>
    public static Currency PGK { get; } = new("PGK", 598, 2, "Kina");

    /// <summary>Philippine peso (PHP, 608), 2 minor digits.</summary>
    public static Currency PHP { get; } = new("PHP", 608, 2, "Philippine peso");

    /// <summary>Pakistan rupee (PKR, 586), 2 minor digits.</summary>
    public static Currency PKR { get; } = new("PKR", 586, 2, "Pakistan rupee");

    /// <summary>Zloty (PLN, 985), 2 minor digits.</summary>
    public static Currency PLN { get; } = new("PLN", 985, 2, "Zloty");

    /// <summary>Guarani (PYG, 600), 0 minor digits.</summary>
    public static Currency PYG { get; } = new("PYG", 600, 0, "Guarani");

    /// <summary>Qatari rial (QAR, 634), 2 minor digits.</summary>
    public static Currency QAR { get; } = new("QAR", 634, 2, "Qatari rial");

    /// <summary>Romanian leu (RON, 946), 2 minor digits.</summary>
    public static Currency RON { get; } = new("RON", 946, 2, "Romanian leu");

    /// <summary>Serbian dinar (RSD, 941), 2 minor digits.</summary>
    public static Currency RSD { get; } = new("RSD", 941, 2, "Serbian dinar");

    /// <summary>Russian ruble (RUB, 643), 2 minor digits.</summary>
    public static Currency RUB { get; } = new("RUB", 643, 2, "Russian ruble");

    /// <summary>Rwanda franc (RWF, 646), 0 minor digits.</summary>
    public static Currency RWF { get; } = new("RWF", 646, 0, "Rwanda franc");

    /// <summary>Saudi riyal (SAR, 682), 2 minor digits.</summary>
    public static Currency SAR { get; } = new("SAR", 682, 2, "Saudi riyal");

    /// <summary>Solomon Islands dollar (SBD, 090), 2 minor digits.</summary>
    public static Currency SBD { get; } = new("SBD", 90, 2, "Solomon Islands dollar");

    /// <summary>Seychelles rupee (SCR, 690), 2 minor digits.</summary>
    public static Currency SCR { get; } = new("SCR", 690, 2, "Seychelles rupee");

    /// <summary>Sudanese pound (SDG, 938), 2 minor digits.</summary>
    public static Currency SDG { get; } = new("SDG", 938, 2, "Sudanese pound");

    /// <summary>Swedish krona (SEK, 752), 2 minor digits.</summary>
    public static Currency SEK { get; } = new("SEK", 752, 2, "Swedish krona");

    /// <summary>Singapore dollar (SGD, 702), 2 minor digits.</summary>
    public static Currency SGD { get; } = new("SGD", 702, 2, "Singapore dollar");

    /// <summary>Saint Helena pound (SHP, 654), 2 minor digits.</summary>
    public static Currency SHP { get; } = new("SHP", 654, 2, "Saint Helena pound");

    /// <summary>Leone (SLE, 925), 2 minor digits.</summary>
    public static Currency SLE { get; } = new("SLE", 925, 2, "Leone");

    /// <summary>Somali shilling (SOS, 706), 2 minor digits.</summary>
    public static Currency SOS { get; } = new("SOS", 706, 2, "Somali shilling");

    /// <summary>Surinam dollar (SRD, 968), 2 minor digits.</summary>
    public static Currency SRD { get; } = new("SRD", 968, 2, "Surinam dollar");

    /// <summary>South Sudanese pound (SSP, 728), 2 minor digits.</summary>
    public static Currency SSP { get; } = new("SSP", 728, 2, "South Sudanese pound");

    /// <summary>Dobra (STN, 930), 2 minor digits.</summary>
    public static Currency STN { get; } = new("STN", 930, 2, "Dobra");

    /// <summary>El Salvador colon (SVC, 222), 2 minor digits.</summary>
    public static Currency SVC { get; } = new("SVC", 222, 2, "El Salvador colon");

    /// <summary>Syrian pound (SYP, 760), 2 minor digits.</summary>
    public static Currency SYP { get; } = new("SYP", 760, 2, "Syrian pound");

    /// <summary>Lilangeni (SZL, 748), 2 minor digits.</summary>
    public static Currency SZL { get; } = new("SZL", 748, 2, "Lilangeni");

    /// <summary>Baht (THB, 764), 2 minor digits.</summary>
    public static Currency THB { get; } = new("THB", 764, 2, "Baht");

    /// <summary>Somoni (TJS, 972), 2 minor digits.</summary>
    public static Currency TJS { get; } = new("TJS", 972, 2, "Somoni");

    /// <summary>Turkmenistan new manat (TMT, 934), 2 minor digits.</summary>
    public static Currency TMT { get; } = new("TMT", 934, 2, "Turkmenistan new manat");

    /// <summary>Tunisian dinar (TND, 788), 3 minor digits.</summary>
    public static Currency TND { get; } = new("TND", 788, 3, "Tunisian dinar");

    /// <summary>Pa'anga (TOP, 776), 2 minor digits.</summary>
    public static Currency TOP { get; } = new("TOP", 776, 2, "Pa'anga");

    /// <summary>Turkish lira (TRY, 949), 2 minor digits.</summary>
    public static Currency TRY { get; } = new("TRY", 949, 2, "Turkish lira");

    /// <summary>Trinidad and Tobago dollar (TTD, 780), 2 minor digits.</summary>
    public static Currency TTD { get; } = new("TTD", 780, 2, "Trinidad and Tobago dollar");

    /// <summary>New Taiwan dollar (TWD, 901), 2 minor digits.</summary>
    public static Currency TWD { get; } = new("TWD", 901, 2, "New Taiwan dollar");

    /// <summary>Tanzanian shilling (TZS, 834), 2 minor digits.</summary>
    public static Currency TZS { get; } = new("TZS", 834, 2, "Tanzanian shilling");

    /// <summary>Hryvnia (UAH, 980), 2 minor digits.</summary>
    public static Currency UAH { get; } = new("UAH", 980, 2, "Hryvnia");

    /// <summary>Uganda shilling (UGX, 800), 0 minor digits.</summary>
    public static Currency UGX { get; } = new("UGX", 800, 0, "Uganda shilling");

    /// <summary>US dollar (USD, 840), 2 minor digits.</summary>
    public static Currency USD { get; } = new("USD", 840, 2, "US dollar");

    /// <summary>US dollar (next day) (USN, 997), 2 minor digits.</summary>
    public static Currency USN { get; } = new("USN", 997, 2, "US dollar (next day)");

    /// <summary>Uruguay peso in indexed units (UI) (UYI, 940), 0 minor digits.</summary>
    public static Currency UYI { get; } = new("UYI", 940, 0, "Uruguay peso in indexed units (UI)");

    /// <summary>Uruguayan peso (UYU, 858), 2 minor digits.</summary>
    public static Currency UYU { get; } = new("UYU", 858, 2, "Uruguayan peso");

    /// <summary>Unidad previsional (UYW, 927), 4 minor digits.</summary>
    public static Currency UYW { get; } = new("UYW", 927, 4, "Unidad previsional");

    /// <summary>Uzbekistan sum (UZS, 860), 2 minor digits.</summary>
    public static Currency UZS { get; } = new("UZS", 860, 2, "Uzbekistan sum");

    /// <summary>Digital bolivar (VED, 926), 2 minor digits.</summary>
    public static Currency VED { get; } = new("VED", 926, 2, "Digital bolivar");

    /// <summary>Sovereign bolivar (VES, 928), 2 minor digits.</summary>
    public static Currency VES { get; } = new("VES", 928, 2, "Sovereign bolivar");

    /// <summary>Dong (VND, 704), 0 minor digits.</summary>
    public static Currency VND { get; } = new("VND", 704, 0, "Dong");

    /// <summary>Vatu (VUV, 548), 0 minor digits.</summary>
    public static Currency VUV { get; } = new("VUV", 548, 0, "Vatu");

    /// <summary>Tala (WST, 882), 2 minor digits.</summary>
    public static Currency WST { get; } = new("WST", 882, 2, "Tala");

    /// <summary>Arab accounting dinar (XAD, 396), 2 minor digits.</summary>
    public static Currency XAD { get; } = new("XAD", 396, 2, "Arab accounting dinar");

    /// <summary>CFA franc BEAC (XAF, 950), 0 minor digits.</summary>
    public static Currency XAF { get; } = new("XAF", 950, 0, "CFA franc BEAC");

    /// <summary>Silver (XAG, 961), no minor unit.</summary>
    public static Currency XAG { get; } = new("XAG", 961, null, "Silver");

    /// <summary>Gold (XAU, 959), no minor unit.</summary>
    public static Currency XAU { get; } = new("XAU", 959, null, "Gold");

    /// <summary>European composite unit (EURCO) (XBA, 955), no minor unit.</summary>
    public static Currency XBA { get; } = new("XBA", 955, null, "European composite unit (EURCO)");

    /// <summary>European monetary unit (EMU-6) (XBB, 956), no minor unit.</summary>
    public static Currency XBB { get; } = new("XBB", 956, null, "European monetary unit (EMU-6)");

    /// <summary>European unit of account 9 (XBC, 957), no minor unit.</summary>
    public static Currency XBC { get; } = new("XBC", 957, null, "European unit of account 9");

    /// <summary>European unit of account 17 (XBD, 958), no minor unit.</summary>
    public static Currency XBD { get; } = new("XBD", 958, null, "European unit of account 17");

    /// <summary>East Caribbean dollar (XCD, 951), 2 minor digits.</summary>
    public static Currency XCD { get; } = new("XCD", 951, 2, "East Caribbean dollar");

    /// <summary>Caribbean guilder (XCG, 532), 2 minor digits.</summary>
    public static Currency XCG { get; } = new("XCG", 532, 2, "Caribbean guilder");

    /// <summary>Special drawing right (XDR, 960), no minor unit.</summary>
    public static Currency XDR { get; } = new("XDR", 960, null, "Special drawing right");

    /// <summary>CFA franc BCEAO (XOF, 952), 0 minor digits.</summary>
    public static Currency XOF { get; } = new("XOF", 952, 0, "CFA franc BCEAO");

    /// <summary>Palladium (XPD, 964), no minor unit.</summary>
    public static Currency XPD { get; } = new("XPD", 964, null, "Palladium");

    /// <summary>CFP franc (XPF, 953), 0 minor digits.</summary>
    public static Currency XPF { get; } = new("XPF", 953, 0, "CFP franc");

    /// <summary>Platinum (XPT, 962), no minor unit.</summary>
    public static Currency XPT { get; } = new("XPT", 962, null, "Platinum");

    /// <summary>Sucre (XSU, 994), no minor unit.</summary>
    public static Currency XSU { get; } = new("XSU", 994, null, "Sucre");

    /// <summary>Test code (XTS, 963), no minor unit.</summary>
    public static Currency XTS { get; } = new("XTS", 963, null, "Test code");

    /// <summary>ADB unit of account (XUA, 965), no minor unit.</summary>
    public static Currency XUA { get; } = new("XUA", 965, null, "ADB unit of account");

    /// <summary>No currency (XXX, 999), no minor unit; the currency of <c>default(Money)</c>.</summary>
    public static Currency XXX { get; } = new("XXX", 999, null, "No currency");

    /// <summary>Yemeni rial (YER, 886), 2 minor digits.</summary>
    public static Currency YER { get; } = new("YER", 886, 2, "Yemeni rial");

    /// <summary>Rand (ZAR, 710), 2 minor digits.</summary>
    public static Currency ZAR { get; } = new("ZAR", 710, 2, "Rand");

    /// <summary>Zambian kwacha (ZMW, 967), 2 minor digits.</summary>
    public static Currency ZMW { get; } = new("ZMW", 967, 2, "Zambian kwacha");

    /// <summary>Zimbabwe gold (ZWG, 924), 2 minor digits.</summary>
    public static Currency ZWG { get; } = new("ZWG", 924, 2, "Zimbabwe gold");

    // Last in the file: initialisers run in textual order, so every property above is set by now.
    private static readonly Currency[] s_iso =
    [
        AED, AFN, ALL, AMD, AOA, ARS, AUD, AWG, AZN, BAM, BBD, BDT, BHD, BIF, BMD,
        BND, BOB, BOV, BRL, BSD, BTN, BWP, BYN, BZD, CAD, CDF, CHE, CHF, CHW, CLF,
        CLP, CNY, COP, COU, CRC, CUP, CVE, CZK, DJF, DKK, DOP, DZD, EGP, ERN, ETB,
        EUR, FJD, FKP, GBP, GEL, GHS, GIP, GMD, GNF, GTQ, GYD, HKD, HNL, HTG, HUF,
        IDR, ILS, INR, IQD, IRR, ISK, JMD, JOD, JPY, KES, KGS, KHR, KMF, KPW, KRW,
        KWD, KYD, KZT, LAK, LBP, LKR, LRD, LSL, LYD, MAD, MDL, MGA, MKD, MMK, MNT,
        MOP, MRU, MUR, MVR, MWK, MXN, MXV, MYR, MZN, NAD, NGN, NIO, NOK, NPR, NZD,
        OMR, PAB, PEN, PGK, PHP, PKR, PLN, PYG, QAR, RON, RSD, RUB, RWF, SAR, SBD,
        SCR, SDG, SEK, SGD, SHP, SLE, SOS, SRD, SSP, STN, SVC, SYP, SZL, THB, TJS,
        TMT, TND, TOP, TRY, TTD, TWD, TZS, UAH, UGX, USD, USN, UYI, UYU, UYW, UZS,
        VED, VES, VND, VUV, WST, XAD, XAF, XAG, XAU, XBA, XBB, XBC, XBD, XCD, XCG,
        XDR, XOF, XPD, XPF, XPT, XSU, XTS, XUA, XXX, YER, ZAR, ZMW, ZWG,
    ];
}
