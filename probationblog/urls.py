"""Where everything is: the public site, and the admin with the editor's desk."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("contributions.urls")),
]
