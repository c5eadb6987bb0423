using SalesDomain.Organization;
using SalesDomain.Tests.Identifiers;

namespace SalesDomain.Tests.Organization;

public sealed class CodesOfVisitPurposes() : CodesOfTheCaller<VisitPurposeId>(code => new(code), id => id.Code, VisitPurposeId.Parse);

public sealed class CodesOfCourses() : CodesOfTheCaller<CourseId>(code => new(code), id => id.Code, CourseId.Parse);
