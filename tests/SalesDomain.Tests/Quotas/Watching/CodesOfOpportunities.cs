using SalesDomain.Quotas;
using SalesDomain.Tests.Identifiers;

namespace SalesDomain.Tests.Quotas.Watching;

public sealed class CodesOfOpportunities() : CodesOfTheCaller<OpportunityId>(code => new(code), id => id.Code, OpportunityId.Parse);
